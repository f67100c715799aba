using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>A map of the model, as Scriban walks through it: no template can change it.</summary>
internal sealed class ModelMap(IReadOnlyDictionary<string, object?> source) : IScriptObject, IEnumerable<KeyValuePair<string, object?>>
{
    public IReadOnlyDictionary<string, object?> Source => source;

    public int Count => source.Count;

    public bool IsReadOnly
    {
        get => true;
        set { }
    }

    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        bool found = source.TryGetValue(member, out value);
        value = ModelValue.Wrap(value);
        return found;
    }

    public bool Contains(string member) => source.ContainsKey(member);

    public bool CanWrite(string member) => false;

    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) => false;

    public bool Remove(string member) => false;

    public IEnumerable<string> GetMembers() => source.Keys;

    public void SetReadOnly(string member, bool readOnly) { }

    public IScriptObject Clone(bool deep) => this;

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        source.Select(entry => new KeyValuePair<string, object?>(entry.Key, ModelValue.Wrap(entry.Value))).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
