using System.Globalization;
using System.Numerics;

namespace CustomerTouchpoints.Knowledge.Indexing;

/// <summary>
/// How a text is spelt: the set of its trigrams, each as 16 bits of a hash. What stays alike when somebody mistypes, or writes two words as
/// one.
/// </summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class Spelling
{
    private const int Words = 65_536 / 64;
    private const ulong Mixing = 0x9E37_79B9_7F4A_7C15;

    private readonly ulong[] has;

    public Spelling(string text)
    {
        has = new ulong[Words];
        foreach (ushort trigram in Of(text))
        {
            has[trigram >> 6] |= 1UL << (trigram & 63);
        }

        Count = has.Sum(BitOperations.PopCount);
    }

    /// <summary>How many trigrams there are.</summary>
    public int Count { get; }

    /// <summary>The trigrams of a text, each once.</summary>
    public static ushort[] Of(string text)
    {
        var found = new HashSet<ushort>(text.Length);
        ulong window = 0;
        int length = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (!inside && length == 0)
            {
                continue;
            }

            if (length == 0)
            {
                (window, length) = ('#', 1);
            }

            window = ((window << 16) | (inside ? char.ToLower(text[i], CultureInfo.InvariantCulture) : '#')) & 0xFFFF_FFFF_FFFF;
            length = inside ? length + 1 : 0;
            if (length is 0 or > 2)
            {
                found.Add((ushort)(unchecked(window * Mixing) >> 48));
            }
        }

        return [.. found];
    }

    /// <summary>The cosine of both sets: 1 for the same, 0 for strangers.</summary>
    public double Likeness(ushort[] other)
    {
        int shared = 0;
        foreach (ushort trigram in other)
        {
            shared += (int)((has[trigram >> 6] >> (trigram & 63)) & 1);
        }

        return shared == 0 ? 0 : shared / Math.Sqrt((double)Count * other.Length);
    }
}
