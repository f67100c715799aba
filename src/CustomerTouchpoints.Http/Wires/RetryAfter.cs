using System.Globalization;

namespace CustomerTouchpoints.Http.Wires;

/// <summary>The Retry-After header, in both of its forms (RFC 9110, 10.2.3). Pure.</summary>
internal static class RetryAfter
{
    /// <summary>What is longer is this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>IMF-fixdate, and the two forms of before that a reader has to know.</summary>
    private static readonly string[] Dates = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>How long to wait from now; null for what says nothing.</summary>
    public static TimeSpan? Read(string? value, DateTimeOffset now)
    {
        string text = value?.Trim() ?? "";
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < Longest.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : Longest;
        }

        return DateTimeOffset.TryParseExact(
            text,
            Dates,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite,
            out DateTimeOffset until
        )
            ? TimeSpan.FromTicks(Math.Clamp((until - now).Ticks, 0, Longest.Ticks))
            : null;
    }
}
