using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>A line such as <c>Order: 1042</c>, parted at the first colon that the template writes. Colons of values part nothing.</summary>
/// <param name="Label">What stands before the colon; everything where there is none.</param>
/// <param name="Value">What stands behind it; null where there is no colon.</param>
internal sealed record LabelledLine(IReadOnlyList<Inline> Label, IReadOnlyList<Inline>? Value)
{
    /// <summary>The lines of a block, whatever paragraphs they stand in.</summary>
    public static IReadOnlyList<LabelledLine> In(ContainerBlock block) => [.. InlineLines.In(block).Select(Of)];

    private static LabelledLine Of(IReadOnlyList<Inline> line) =>
        InlineLines.Part(line, ColonOf) is ({ } label, { } value) ? new LabelledLine(label, value) : new LabelledLine(line, null);

    private static int ColonOf(LiteralInline literal)
    {
        ReadOnlySpan<char> text = literal.Content.AsSpan();
        for (int i = literal.IsFirstCharacterEscaped ? 1 : 0; i < text.Length; i++)
        {
            if (text[i] == ':' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }
}
