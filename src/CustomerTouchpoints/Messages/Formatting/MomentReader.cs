using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>
/// Reads what data calls a time, as systems write it: ISO 8601 and RFC 3339 with their variants (PostgreSQL's, Java's, iCalendar's), the
/// form of mail headers, or a count since 1970; with an offset, or in the host's default zone; or a date alone.
/// </summary>
internal static partial class MomentReader
{
    private const int LongestText = 64;

    private static readonly string[] MailForms =
    [
        "ddd, d MMM yyyy HH:mm:ss 'GMT'",
        "ddd, d MMM yyyy HH:mm:ss zzz",
        "d MMM yyyy HH:mm:ss 'GMT'",
        "d MMM yyyy HH:mm:ss zzz",
    ];

    /// <summary>Reads a time or a date.</summary>
    /// <param name="value">A text, or a count since 1970: seconds, milliseconds or microseconds, told apart by its size.</param>
    /// <param name="localZone">The zone meant where the text has no offset.</param>
    /// <param name="instant">The instant; for a date alone, its start in <paramref name="localZone"/>.</param>
    /// <param name="date">The date, when the text is a date alone.</param>
    public static bool TryRead(object value, DateTimeZone localZone, out Instant instant, out LocalDate? date)
    {
        instant = default;
        date = null;
        return value switch
        {
            int count => TryCount(count, out instant),
            long count => TryCount(count, out instant),
            decimal count => TryCount(count, out instant),
            double count and > -1e17 and < 1e17 => TryCount((decimal)count, out instant),
            string { Length: <= LongestText } text => TryText(text.Trim(), localZone, out instant, out date),
            _ => false,
        };
    }

    /// <summary>
    /// Seconds up to the year 5138, then milliseconds and microseconds: those before 1973 can't be told from seconds, and no message tells
    /// of them.
    /// </summary>
    private static bool TryCount(decimal count, out Instant instant)
    {
        decimal seconds = Math.Abs(count) switch
        {
            < 100_000_000_000m => count,
            < 100_000_000_000_000m => count / 1000m,
            _ => count / 1_000_000m,
        };
        bool isKnown = seconds is > -62_135_596_800m and < 253_402_300_800m;
        instant = isKnown
            ? Instant
                .FromUnixTimeSeconds((long)Math.Floor(seconds))
                .PlusNanoseconds((long)((seconds - Math.Floor(seconds)) * NodaConstants.NanosecondsPerSecond))
            : default;
        return isKnown;
    }

    private static bool TryText(string text, DateTimeZone localZone, out Instant instant, out LocalDate? date)
    {
        date = null;
        if (OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: { Year: > 0 } moment })
        {
            // As almost all systems write it; what follows would say the same, and takes longer.
            instant = moment.ToInstant();
            return true;
        }

        instant = default;
        if (Iso().Match(text) is { Success: true } iso)
        {
            return TryIso(iso, localZone, out instant, out date);
        }

        if (text.Length >= 9 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long count))
        {
            return TryCount(count, out instant);
        }

        bool isMail = DateTimeOffset.TryParseExact(
            text,
            MailForms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset mail
        );
        instant = isMail ? Instant.FromDateTimeOffset(mail) : default;
        return isMail;
    }

    private static bool TryIso(Match iso, DateTimeZone localZone, out Instant instant, out LocalDate? date)
    {
        instant = default;
        date = null;
        (int year, int month, int day) = (Number("year"), Number("month"), Number("day"));
        if (year == 0 || month is 0 or > 12 || day == 0 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        var onDay = new LocalDate(year, month, day);
        if (!iso.Groups["hour"].Success)
        {
            date = onDay;
            instant = localZone.AtStartOfDay(onDay).ToInstant();
            return true;
        }

        (int hour, int minute, int second) = (Number("hour"), Number("minute"), Number("second"));
        if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0))
        {
            return false;
        }

        // The end of a day is the start of the next one, and a leap second the last second of its minute.
        LocalDateTime local = onDay
            .At(new LocalTime(hour % 24, minute, Math.Min(second, 59)))
            .PlusDays(hour / 24)
            .PlusNanoseconds(Number("fraction", iso.Groups["fraction"].Value.PadRight(9, '0')));
        if (!iso.Groups["offset"].Success)
        {
            instant = local.InZoneLeniently(localZone).ToInstant();
            return true;
        }

        int away = (Number("offsetHours") * 3600) + (Number("offsetMinutes") * 60) + Number("offsetSeconds");
        if (away > NodaConstants.SecondsPerHour * 18)
        {
            return false;
        }

        instant = local.WithOffset(Offset.FromSeconds(iso.Groups["sign"].Value is "-" or "−" ? -away : away)).ToInstant();
        return true;

        int Number(string group, string? digits = null) =>
            int.TryParse(digits ?? iso.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
    }

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(?<dash>-?)(?<month>[0-9]{2})\k<dash>(?<day>[0-9]{2})"
            + @"(?:(?:[Tt]|\ +)(?<hour>[0-9]{2}):?(?<minute>[0-9]{2})(?::?(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9})[0-9]*)?)?"
            + @"(?<offset>\ *(?:[Zz]|UTC|GMT|(?<sign>[-+−])(?<offsetHours>[0-9]{2})(?::?(?<offsetMinutes>[0-5][0-9])"
            + @"(?::?(?<offsetSeconds>[0-5][0-9]))?)?))?(?:\[[A-Za-z0-9_+/:-]+\])?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Iso();
}
