using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;

namespace SupportDesk.Desk;

/// <summary>What became of a case: its two clocks as they are stored.</summary>
internal sealed record DeskCase(string Name, ClockView OpenTime, ClockView BusinessTime, int Reopenings)
{
    public bool IsResolved => OpenTime.EndedAt is not null;

    /// <summary>What a clock has measured until an instant: what is stored, and what came on top while it ran on.</summary>
    public static TimeSpan UsedBy(ClockView clock, BusinessCalendar calendar, DateTimeOffset until) =>
        clock.EndedAt is null ? clock.Used + calendar.Between(clock.Since, until) : clock.Used;
}
