using CustomerTouchpoints.Messages.Text;

namespace CustomerTouchpoints.Messages.Skeletons;

/// <summary>A text with slots for values.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class TextSkeleton
{
    private readonly List<(string Before, int Slot)> cuts = [];
    private readonly string rest;

    /// <param name="marked">The text, with a <see cref="SlotMark"/> wherever a value goes.</param>
    public TextSkeleton(string marked)
    {
        ReadOnlySpan<char> left = marked;
        while (SlotMark.TryFind(left, out Range where, out int slot))
        {
            cuts.Add((left[..where.Start].ToString(), slot));
            left = left[where.End..];
        }

        rest = left.ToString();
    }

    /// <summary>Writes the values into their slots.</summary>
    /// <exception cref="TemplateException">The text would be longer than a part of a message may be.</exception>
    public string Fill(IReadOnlyList<string> values)
    {
        long length = rest.Length;
        foreach ((string before, int slot) in cuts)
        {
            length += before.Length + values[slot].Length;
        }

        if (length > MessageLimits.PartCharacters)
        {
            throw new TemplateException(
                $"a part of it passes {MessageLimits.PartCharacters} characters; shorten the data or the template."
            );
        }

        return string.Create(
            (int)length,
            (cuts, rest, values),
            static (text, of) =>
            {
                foreach ((string before, int slot) in of.cuts)
                {
                    text = After(text, before);
                    text = After(text, of.values[slot]);
                }

                of.rest.CopyTo(text);
            }
        );
    }

    private static Span<char> After(Span<char> text, string written)
    {
        written.CopyTo(text);
        return text[written.Length..];
    }
}
