using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace SupportDesk.Reading;

/// <summary>
/// Reads the times of a log: ISO 8601 with a T or a blank, with or without seconds, their fractions and an offset; a date alone is its
/// midnight. The date may have slashes, year first as well.
/// </summary>
internal static partial class LogTime
{
    /// <summary>Calendars know the hours of these years.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    public const string Remedy =
        "write it like 2026-03-02T09:15:00+01:00, 2026-03-02T08:15:00Z or 2026-03-02 09:15:00, between 1900 and 2199";

    /// <param name="text">The text.</param>
    /// <param name="zone">The zone that is meant where the text has no offset. A time that its clocks show twice is the first.</param>
    /// <returns>The instant in UTC, to the microsecond; null when the text is none.</returns>
    public static DateTimeOffset? TryRead(string text, DateTimeZone zone)
    {
        Match match = Iso().Match(text);
        if (!match.Success || Local(match) is not { } local)
        {
            return null;
        }

        Instant instant = match.Groups["offset"].Value is { Length: > 0 } offset
            ? local.WithOffset(OffsetOf(offset)).ToInstant()
            : local.InZoneLeniently(zone).ToInstant();
        return instant.ToDateTimeOffset() is { Year: >= FirstYear and <= LastYear } at ? at : null;
    }

    private static LocalDateTime? Local(Match match)
    {
        string time = match.Groups["time"].Value is { Length: > 0 } given ? given : "00:00";
        string seconds = time.Length == 5 ? ":00" : "";
        return DateTime.TryParseExact(
            $"{match.Groups["date"].Value.Replace('/', '-')} {time}{seconds}",
            "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTime read
        )
            ? LocalDateTime.FromDateTime(read).PlusTicks(Fraction(match.Groups["fraction"].Value))
            : null;
    }

    /// <summary>Finer than a microsecond is nothing that a store keeps.</summary>
    private static long Fraction(string digits) =>
        digits.Length == 0
            ? 0
            : int.Parse(digits.PadRight(6, '0').AsSpan(0, 6), CultureInfo.InvariantCulture) * TimeSpan.TicksPerMicrosecond;

    private static Offset OffsetOf(string text)
    {
        string digits = text[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        int minutes = text[0] is 'Z' or 'z'
            ? 0
            : (int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60)
                + int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture);
        return Offset.FromSeconds((text[0] == '-' ? -60 : 60) * minutes);
    }

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}(?<dash>[-/])[0-9]{2}\k<dash>[0-9]{2})"
            + @"(?:[Tt ](?<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)"
            + @"(?:[.,](?<fraction>[0-9]{1,12}))? ?(?<offset>[Zz]|[+-](?:0[0-9]|1[0-7])(?::?[0-5][0-9])?)?)?$"
    )]
    private static partial Regex Iso();
}
