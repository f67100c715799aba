using System.Buffers;
using System.Text;
using CustomerTouchpoints.Messages.Text;

namespace CustomerTouchpoints.Messages.Skeletons;

/// <summary>A text with slots for values.</summary>
/// <remarks>Immutable; safe to share between threads. What lies between the slots is kept as UTF-8, which is what most channels
/// send.</remarks>
internal sealed class TextSkeleton
{
    private readonly List<(byte[] Before, int Slot)> cuts = [];
    private readonly byte[] rest;

    /// <summary>How many characters lie between the slots.</summary>
    private readonly int characters;

    /// <param name="marked">The text, with a <see cref="SlotMark"/> wherever a value goes.</param>
    public TextSkeleton(string marked)
    {
        ReadOnlySpan<char> left = marked;
        while (SlotMark.TryFind(left, out Range where, out int slot))
        {
            cuts.Add((Bytes(left[..where.Start], ref characters), slot));
            left = left[where.End..];
        }

        rest = Bytes(left, ref characters);
    }

    /// <summary>How many characters it has with its values.</summary>
    /// <exception cref="TemplateException">The text would be longer than a part of a message may be.</exception>
    public int LengthWith(IReadOnlyList<string> values)
    {
        long length = characters;
        foreach ((_, int slot) in cuts)
        {
            length += values[slot].Length;
        }

        return length <= MessageLimits.PartCharacters
            ? (int)length
            : throw new TemplateException(
                $"a part of it passes {MessageLimits.PartCharacters} characters; shorten the data or the template."
            );
    }

    /// <summary>Writes the values into their slots.</summary>
    /// <param name="values">The values.</param>
    /// <param name="length">What <see cref="LengthWith"/> says of them.</param>
    public string Fill(IReadOnlyList<string> values, int length) =>
        string.Create(
            length,
            (this, values),
            static (text, of) =>
            {
                (TextSkeleton skeleton, IReadOnlyList<string> values) = of;
                foreach ((byte[] before, int slot) in skeleton.cuts)
                {
                    text = text[Encoding.UTF8.GetChars(before, text)..];
                    values[slot].CopyTo(text);
                    text = text[values[slot].Length..];
                }

                Encoding.UTF8.GetChars(skeleton.rest, text);
            }
        );

    /// <summary>Writes the text with its values, as UTF-8.</summary>
    public void WriteTo(IBufferWriter<byte> output, IReadOnlyList<string> values)
    {
        foreach ((byte[] before, int slot) in cuts)
        {
            output.Write(before);
            Encoding.UTF8.GetBytes(values[slot], output);
        }

        output.Write(rest);
    }

    private static byte[] Bytes(ReadOnlySpan<char> text, ref int characters)
    {
        characters += text.Length;
        byte[] bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }
}
