using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Email.Bounces;

/// <summary>Statuses by RFC 3463 (<c>5.1.1</c>), and what can be read of them in a server's words.</summary>
/// <remarks>Pure.</remarks>
internal static partial class StatusCode
{
    /// <summary>The first status in a text: one by RFC 3463, else one made of an SMTP reply code; null where there is none.</summary>
    public static string? In(string text) =>
        Enhanced().Match(text) is { Success: true } enhanced ? enhanced.Value
        : Reply().Match(text) is { Success: true } reply ? $"{reply.Value[0]}.0.0"
        : null;

    /// <summary>Whether it says nothing beyond its class.</summary>
    public static bool IsVague(string status) => status[1..] is ".0.0";

    /// <summary>The more exact one of what the report says and what the server that refused it said.</summary>
    public static string? Better(string? reported, string? said) =>
        reported is null || (IsVague(reported) && said is not null && said[0] == reported[0]) ? said ?? reported : reported;

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)")]
    private static partial Regex Enhanced();

    [GeneratedRegex(@"(?<![\d.\-])[45]\d\d(?=[\s\-:]|$)(?!\.)")]
    private static partial Regex Reply();
}
