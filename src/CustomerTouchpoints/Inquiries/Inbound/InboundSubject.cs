using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Inquiries.Inbound;

/// <summary>The subject of a mail without what mail programs have put before it, and without our reference.</summary>
internal static partial class InboundSubject
{
    private const int MaxLength = 150;

    public static string? Of(string? subject)
    {
        if (subject is null)
        {
            return null;
        }

        string line = Blanks().Replace(Controls().Replace(subject, " "), " ").Trim();
        line = Reference().Replace(line, "").Trim();
        while (Prefix().Match(line) is { Success: true, Length: > 0 } prefix)
        {
            line = line[prefix.Length..].TrimStart();
        }

        line = line.Length > MaxLength ? line[..MaxLength].TrimEnd() : line;
        return line.Length == 0 ? null
            : char.IsHighSurrogate(line[^1]) ? line[..^1]
            : line;
    }

    /// <summary>Re, and what it is called elsewhere, with or without a count: Re[2]:, AW:, SV:, R:, Odp:, TR:, Fwd:, WG:.</summary>
    [GeneratedRegex(
        @"^(re|aw|antw|antwort|sv|vs|r|rif|res|rv|enc|odp|ynt|ilt|tr|réf|ref|fw|fwd|wg|vl|doorst|pd|i|回复|答复|转发|回覆|轉寄)"
            + @"(\[\d+\]|\(\d+\))?\s*[:：]\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\[[a-z][a-z0-9-]*\.[a-z0-9-]+\.[0-9a-f]{16}\]")]
    private static partial Regex Reference();

    [GeneratedRegex(@"[\p{Cc}\p{Cf}]")]
    private static partial Regex Controls();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
