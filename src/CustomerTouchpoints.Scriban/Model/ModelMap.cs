using Scriban.Runtime;

namespace CustomerTouchpoints.Scriban.Model;

/// <summary>A map of the model: a copy that no template can change.</summary>
internal sealed class ModelMap : ScriptObject
{
    public ModelMap(IReadOnlyDictionary<string, object?> source)
        : base(source.Count, autoImportStaticsFromThisType: false, StringComparer.Ordinal)
    {
        Source = source;
        foreach ((string name, object? value) in source)
        {
            this[name] = ModelValue.Wrap(value);
        }

        IsReadOnly = true;
    }

    public IReadOnlyDictionary<string, object?> Source { get; }
}
