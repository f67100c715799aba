namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>How many cycles of a clock there have been in a journey.</summary>
internal sealed record ClockCount(string Clock, int Cycles);
