namespace CustomerTouchpoints.Inquiries.Inbound;

/// <summary>The text of a message that has come in: the new words, and what was cut off them.</summary>
/// <param name="Words">What is new: never blank.</param>
/// <param name="Aside">Quoted history, signature, and what was too long; null where nothing was cut off.</param>
/// <remarks>Immutable; safe to share between threads. Pure: it follows from the text alone.</remarks>
internal sealed record InboundText(string Words, string? Aside)
{
    /// <summary>Stands for a message that has attachments only.</summary>
    public const string NoText = "(no text)";

    private const int MaxAside = 10_000;

    /// <summary>Parts a text.</summary>
    /// <param name="text">The text, as it came.</param>
    /// <param name="maxLength">The most characters that new words may have.</param>
    public static InboundText Of(string text, int maxLength)
    {
        string[] lines = text.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Split('\n');
        bool[] isNew = Enumerable.Repeat(true, lines.Length).ToArray();
        MailQuotes.Strike(lines, isNew);
        MailSignatures.Strike(lines, isNew);
        string words = Joined(lines, isNew, wanted: true);
        string aside = Joined(lines, isNew, wanted: false);
        if (words.Length == 0)
        {
            // Nothing but quotes and signatures: whoever reads it has to see that for themselves.
            (words, aside) = aside.Length == 0 ? (NoText, "") : (aside, "");
        }

        int fits = Fitting(words, maxLength);
        string rest = words[fits..];
        aside = rest.Length == 0 ? aside : $"{rest}\n{aside}";
        return new InboundText(words[..fits], aside.Length == 0 ? null : aside[..Fitting(aside, MaxAside)]);
    }

    private static string Joined(string[] lines, bool[] isNew, bool wanted)
    {
        List<string> joined = [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (isNew[i] == wanted && (lines[i].AsSpan().Trim().Length > 0 || (joined.Count > 0 && joined[^1].Length > 0)))
            {
                joined.Add(lines[i].TrimEnd());
            }
        }

        return string.Join('\n', joined).Trim();
    }

    /// <summary>A length that parts no pair of surrogates.</summary>
    private static int Fitting(string text, int most) =>
        text.Length <= most ? text.Length
        : char.IsHighSurrogate(text[most - 1]) ? most - 1
        : most;
}
