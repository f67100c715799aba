using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>An escalation whose try is stored, and is now to be made.</summary>
/// <param name="Number">Its number in the journey.</param>
/// <param name="Escalation">What the handler is given.</param>
/// <param name="ClaimedAt">The reading of the stopwatch when it was handed over.</param>
internal sealed record ClaimedEscalation(long Number, Escalation Escalation, long ClaimedAt = 0);
