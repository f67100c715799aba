using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>The lines of a paragraph, and where a line is parted in two.</summary>
internal static class InlineLines
{
    /// <summary>The lines of a block's paragraphs, in one.</summary>
    public static IEnumerable<IReadOnlyList<Inline>> In(ContainerBlock block) =>
        block.OfType<ParagraphBlock>().Where(paragraph => paragraph.Inline is not null).SelectMany(paragraph => Of(paragraph.Inline!));

    private static List<List<Inline>> Of(ContainerInline paragraph)
    {
        var lines = new List<List<Inline>> { new() };
        foreach (Inline inline in paragraph)
        {
            if (inline is LineBreakInline)
            {
                lines.Add([]);
            }
            else
            {
                lines[^1].Add(inline);
            }
        }

        return lines;
    }

    /// <summary>What stands before and behind the first sign of a line, without the sign and the blanks around it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="signOf">Where a literal has the sign; -1 where it has none.</param>
    public static (IReadOnlyList<Inline> Before, IReadOnlyList<Inline> Behind)? Part(
        IReadOnlyList<Inline> line,
        Func<LiteralInline, int> signOf
    )
    {
        for (int i = 0; i < line.Count; i++)
        {
            if (line[i] is LiteralInline literal && signOf(literal) is >= 0 and int at)
            {
                string text = literal.Content.ToString();
                return (Trimmed([.. line.Take(i), Literal(text[..at])]), Trimmed([Literal(text[(at + 1)..]), .. line.Skip(i + 1)]));
            }
        }

        return null;
    }

    /// <summary>The inlines without blanks at both ends, and without those that have nothing else.</summary>
    public static IReadOnlyList<Inline> Trimmed(IEnumerable<Inline> line)
    {
        var inlines = line.ToList();
        while (inlines is [.., LiteralInline last] && last.Content.ToString() is var text && (text.Length == 0 || text[^1] == ' '))
        {
            inlines.RemoveAt(inlines.Count - 1);
            inlines.AddRange(text.TrimEnd(' ') is { Length: > 0 } left ? [Literal(left)] : []);
        }

        while (inlines is [LiteralInline first, ..] && first.Content.ToString() is var text && (text.Length == 0 || text[0] == ' '))
        {
            inlines.RemoveAt(0);
            inlines.InsertRange(0, text.TrimStart(' ') is { Length: > 0 } left ? [Literal(left)] : []);
        }

        return inlines;
    }

    private static LiteralInline Literal(string text) => new(new StringSlice(text));
}
