namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>One segment of a clock's ledger.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended; null while it lasts.</param>
/// <param name="Status">Whether time counted in it; for the end of a clock, how it ended.</param>
/// <param name="Used">The time that was used in it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Policy">The version of the lifecycle whose target held.</param>
/// <param name="Place">The place of that target among those of the clock.</param>
/// <param name="Calendar">The version of the calendar by which time counted.</param>
internal sealed record ClockSegment(
    DateTimeOffset From,
    DateTimeOffset? To,
    ClockStatus Status,
    TimeSpan Used,
    Reason Reason,
    int Policy,
    int Place,
    string Calendar
);
