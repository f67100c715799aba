using Scriban;
using Scriban.Parsing;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>An entry of a map that a template loops over: <c>key</c> and <c>value</c>.</summary>
internal sealed class PairMembers : NoMembers
{
    public static new readonly PairMembers Accessor = new();

    public override IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => ["key", "value"];

    public override bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var pair = (KeyValuePair<string, object?>)target;
        value = member switch
        {
            "key" => pair.Key,
            "value" => pair.Value,
            _ => null,
        };
        return member is "key" or "value";
    }
}
