using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>
/// The names of one rendering: what the template has assigned, then the helpers, then the model. A helper wins over data of its name, so
/// that new data can't break a template; <c>this.name</c> is the data's own. Kept for the next rendering, and emptied before.
/// </summary>
internal sealed class TemplateScope : IScriptObject
{
    private readonly Dictionary<string, object?> assigned = new(StringComparer.Ordinal);
    private TemplateFunctions? functions;
    private IReadOnlyDictionary<string, object?>? model;

    public int Count => Model.Count;

    public bool IsReadOnly { get; set; }

    public IReadOnlyDictionary<string, object?> Model => model ?? throw new InvalidOperationException("No template is being rendered.");

    /// <summary>Takes in what the next rendering sees.</summary>
    public void Open(IReadOnlyDictionary<string, object?> data, TemplateFunctions helpers) => (model, functions) = (data, helpers);

    /// <summary>Forgets everything of the rendering that has ended.</summary>
    public void Close()
    {
        assigned.Clear();
        (model, functions) = (null, null);
        IsReadOnly = false;
    }

    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (assigned.Count > 0 && assigned.TryGetValue(member, out value))
        {
            return true;
        }

        if (functions?.Find(member) is { } helper)
        {
            value = helper;
            return true;
        }

        return TryGetData(member, out value);
    }

    /// <summary>A value that the template has assigned, or one of the model.</summary>
    public bool TryGetData(string member, out object? value)
    {
        if (assigned.TryGetValue(member, out value))
        {
            return true;
        }

        bool found = Model.TryGetValue(member, out value);
        value = ModelValue.Wrap(value);
        return found;
    }

    public bool Contains(string member) => assigned.ContainsKey(member) || functions?.Find(member) is not null || Model.ContainsKey(member);

    public bool CanWrite(string member) => functions?.Find(member) is null;

    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly)
    {
        if (!CanWrite(member))
        {
            return false;
        }

        assigned[member] = value;
        return true;
    }

    public IEnumerable<string> GetMembers() => Model.Keys;

    public bool Remove(string member) => assigned.Remove(member);

    public void SetReadOnly(string member, bool readOnly)
    {
        // A name that was assigned belongs to the template, which may assign it again.
    }

    public IScriptObject Clone(bool deep) => throw new TemplateException("it copies all the data; name what it needs.");
}
