using Scriban;
using Scriban.Parsing;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>What <c>this</c> has: the data, without the helpers.</summary>
internal sealed class DataMembers : NoMembers
{
    public static new readonly DataMembers Accessor = new();

    public override IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) =>
        ((TemplateScope)target).GetMembers();

    public override bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value) =>
        ((TemplateScope)target).TryGetData(member, out value);
}
