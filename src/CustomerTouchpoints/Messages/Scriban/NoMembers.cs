using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>
/// What a template sees of a text, a number, a list or any live object: its size, where it has one. Scriban's own way to members is
/// reflection.
/// </summary>
internal class NoMembers : IObjectAccessor
{
    public static readonly NoMembers Accessor = new();

    protected NoMembers() { }

    public bool HasIndexer => false;

    public Type? IndexType => null;

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => GetMembers(context, span, target).Count();

    public virtual IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => [];

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) =>
        TryGetValue(context, span, target, member, out _);

    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = member is not "size"
            ? null
            : target switch
            {
                string text => text.Length,
                ICollection list => list.Count,
                _ => null,
            };
        return value is not null;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
}
