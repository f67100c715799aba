using System.Text.RegularExpressions;
using CustomerTouchpoints.Email.Headers;

namespace CustomerTouchpoints.Email.Bounces;

/// <summary>What a server said, for the journal: people read it, and no address belongs there.</summary>
/// <remarks>Pure.</remarks>
internal static partial class ReportDetails
{
    private const int Longest = 500;
    private const int LongestRead = 4000;

    public static string? Of(Finding finding)
    {
        string said = finding.Words ?? "";
        string words = Address().Replace(said.Length <= LongestRead ? said : said[..LongestRead], "…");
        string line = Blanks().Replace(HeaderText.OneLine(words), " ").Trim();
        string whole = finding.Status is { } status && !line.Contains(status, StringComparison.Ordinal) ? $"{status} {line}".Trim() : line;
        whole = whole.Length <= Longest ? whole : whole[..(Longest - (char.IsHighSurrogate(whole[Longest - 1]) ? 1 : 0))];
        return whole.Length == 0 ? null : whole;
    }

    [GeneratedRegex(@"<?[^\s<>@""':;,()]{1,64}@[^\s<>@""':;,()]{1,255}>?")]
    private static partial Regex Address();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
