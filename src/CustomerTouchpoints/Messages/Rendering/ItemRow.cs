using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>
/// One item of a list of items: <c>- ![](picture) **Name** | amount</c>, and lines below the name. The picture and the amount may be
/// missing.
/// </summary>
/// <param name="Picture">The picture at its beginning, or null.</param>
/// <param name="Lines">The name, and what is said of it on the lines that follow.</param>
/// <param name="Amount">What stands behind the sign; null where there is none.</param>
internal sealed record ItemRow(LinkInline? Picture, IReadOnlyList<IReadOnlyList<Inline>> Lines, IReadOnlyList<Inline>? Amount)
{
    /// <summary>The items of a block's lists.</summary>
    public static IReadOnlyList<ItemRow> In(ContainerBlock block) =>
        [.. block.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>()).Select(Of)];

    private static ItemRow Of(ListItemBlock item)
    {
        List<IReadOnlyList<Inline>> lines = [.. InlineLines.In(item)];
        if (lines.Count == 0)
        {
            return new ItemRow(null, [], null);
        }

        var picture = lines[0] is [LinkInline first, ..] ? first : null;
        if (picture is { IsImage: true })
        {
            lines[0] = InlineLines.Trimmed(lines[0].Skip(1));
        }

        IReadOnlyList<Inline>? amount = null;
        if (InlineLines.Part(lines[0], SignOf) is ({ } name, { } behind))
        {
            lines[0] = name;
            amount = behind;
        }

        return new ItemRow(picture is { IsImage: true } ? picture : null, lines, amount);
    }

    private static int SignOf(LiteralInline literal)
    {
        int start = literal.IsFirstCharacterEscaped ? 1 : 0;
        int at = literal.Content.AsSpan()[Math.Min(start, literal.Content.Length)..].IndexOf('|');
        return at < 0 ? -1 : at + start;
    }
}
