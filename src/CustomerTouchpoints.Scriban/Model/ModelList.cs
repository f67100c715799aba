using System.Collections;
using CustomerTouchpoints.Messages;
using Scriban.Runtime;

namespace CustomerTouchpoints.Scriban.Model;

/// <summary>A list of the model: a copy that no template can change.</summary>
internal sealed class ModelList : ScriptArray, IList
{
    public ModelList(IReadOnlyList<object?> source)
    {
        Source = source;
        foreach (object? value in source)
        {
            Add(ModelValue.Wrap(value));
        }

        IsReadOnly = true;
    }

    public IReadOnlyList<object?> Source { get; }

    /// <summary>Scriban asks maps whether they can be written, and lists not.</summary>
    object? IList.this[int index]
    {
        get => this[index];
        set => throw new TemplateException("it changes a list of the data; make a list of its own with array.add.");
    }
}
