using NodaTime;
using NodaTime.Text;

namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>Reads what data calls a time: ISO 8601, with an offset or in the host's default zone, or a date alone.</summary>
internal static class MomentReader
{
    private static readonly LocalDateTimePattern[] LocalTimes =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss"),
    ];

    private static readonly OffsetDateTimePattern[] OffsetTimes =
    [
        OffsetDateTimePattern.ExtendedIso,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<G>"),
    ];

    /// <summary>Reads a time or a date.</summary>
    /// <param name="value">A text, or seconds since 1970.</param>
    /// <param name="localZone">The zone meant where the text has no offset.</param>
    /// <param name="instant">The instant; for a date alone, its start in <paramref name="localZone"/>.</param>
    /// <param name="date">The date, when the text is a date alone.</param>
    public static bool TryRead(object value, DateTimeZone localZone, out Instant instant, out LocalDate? date)
    {
        instant = default;
        date = null;
        if (value is long seconds and > -62135596800 and < 253402300800)
        {
            instant = Instant.FromUnixTimeSeconds(seconds);
            return true;
        }

        if (value is not string text || text.Length > 40)
        {
            return false;
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
        {
            date = day.Value;
            instant = localZone.AtStartOfDay(day.Value).ToInstant();
            return true;
        }

        foreach (OffsetDateTimePattern pattern in OffsetTimes)
        {
            if (pattern.Parse(text) is { Success: true } moment)
            {
                instant = moment.Value.ToInstant();
                return true;
            }
        }

        foreach (LocalDateTimePattern pattern in LocalTimes)
        {
            if (pattern.Parse(text) is { Success: true } moment)
            {
                instant = moment.Value.InZoneLeniently(localZone).ToInstant();
                return true;
            }
        }

        return false;
    }
}
