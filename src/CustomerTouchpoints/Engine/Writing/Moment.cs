namespace CustomerTouchpoints.Engine.Writing;

/// <summary>When a batch claims what is due: the gate and the leases go by it, however long a submission has queued.</summary>
/// <param name="Now">The instant, by the clock.</param>
/// <param name="Stopwatch">The reading of the stopwatch at that instant: clocks may be set, leases and waits must not follow them.</param>
internal readonly record struct Moment(DateTimeOffset Now, long Stopwatch);
