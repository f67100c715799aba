using NodaTime;

namespace CustomerTouchpoints.Responses.Calendars;

/// <summary>What has been declared of a schedule so far, by a builder or by a text.</summary>
internal sealed class ScheduleDraft
{
    /// <exception cref="ArgumentException">The zone is not known.</exception>
    public ScheduleDraft(string zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        Zone = zone;
        ZoneRules =
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
            ?? throw new ArgumentException(
                $"The time zone \"{Identifier.Shown(zone)}\" is not known: write an IANA name in its own spelling, such as Europe/Rome "
                    + "or Etc/UTC.",
                nameof(zone)
            );
    }

    public string Zone { get; }

    public DateTimeZone ZoneRules { get; }

    public List<(DayOfWeek Day, Stretch Stretch)> Hours { get; } = [];

    public List<(DayOfWeek Day, Stretch Stretch)> Breaks { get; } = [];

    public List<(DateOnly Date, Stretch Stretch)> Shifts { get; } = [];

    public List<(DateOnly Date, Stretch Stretch)> DateBreaks { get; } = [];

    public List<DateOnly> Holidays { get; } = [];

    public List<(int Month, int Day)> YearlyHolidays { get; } = [];
}
