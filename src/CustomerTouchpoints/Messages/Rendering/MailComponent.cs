using CustomerTouchpoints.Messages.Text;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>
/// The blocks that a template may write beside Markdown's own: a line of <c>::: summary</c>, what is in it, a line of <c>:::</c>.
/// </summary>
internal static class MailComponent
{
    public const string Summary = "summary";
    public const string Address = "address";
    public const string Details = "details";
    public const string Items = "items";
    public const string Total = "total";
    public const string Code = "code";

    private static readonly string[] Names = [Summary, Address, Details, Items, Total, Code];

    /// <summary>Whether its lines stand below each other as they are written.</summary>
    public static bool KeepsLines(Block? block) => block is CustomContainer { Info: Address or Details or Total or Code };

    /// <summary>Refuses what is no component, and makes lines of those that keep them.</summary>
    /// <exception cref="TemplateException">A block has an unknown name, or no end.</exception>
    public static void Prepare(MarkdownDocument document)
    {
        foreach (CustomContainer container in document.Descendants<CustomContainer>())
        {
            Check(container);
            if (!KeepsLines(container))
            {
                continue;
            }

            foreach (LineBreakInline end in container.Descendants<LineBreakInline>())
            {
                end.IsHard = true;
            }
        }
    }

    private static void Check(CustomContainer container)
    {
        string name = container.Info ?? "";
        if (!Names.Contains(name, StringComparer.Ordinal) || !string.IsNullOrEmpty(container.Arguments))
        {
            string shown =
                name.Length == 0 || SlotMark.IsIn(name) ? "" : $" \"{TextSafety.Cut($"{name} {container.Arguments}".Trim(), 40)}\"";
            throw new TemplateException(
                $"it has a block{shown} that is none of {string.Join(", ", Names)}; write ::: and one of these names, and end it with :::."
            );
        }

        if (container.ClosingFencedCharCount == 0)
        {
            throw new TemplateException($"its block \"{name}\" has no end; write ::: on a line of its own.");
        }
    }
}
