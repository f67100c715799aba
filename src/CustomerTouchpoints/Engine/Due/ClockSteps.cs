namespace CustomerTouchpoints.Engine.Due;

/// <summary>
/// Notices that the clock was set back: by the stopwatch, which nobody sets. What was held by the time before would wait too long, so
/// that everything that is due until then is looked at once.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ClockSteps(TimeProvider stopwatch)
{
    /// <summary>Clocks are corrected by less all the time, and nothing waits long for it.</summary>
    private static readonly TimeSpan Worth = TimeSpan.FromSeconds(5);

    /// <summary>What was held last by the time before: pauses of channels and between tries are no longer than that.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private (DateTimeOffset Now, long Stopwatch)? last;
    private DateTimeOffset? wrong;

    /// <summary>Until when to look for what is due; null while the clock has not been set back since the last look was through.</summary>
    public DateTimeOffset? LookUntil(DateTimeOffset now)
    {
        lock (gate)
        {
            long reading = stopwatch.GetTimestamp();
            if (
                last is { } before
                && before.Now + stopwatch.GetElapsedTime(before.Stopwatch, reading) is var expected
                && expected - now > Worth
            )
            {
                wrong = wrong > expected ? wrong : expected;
            }

            last = (now, reading);
            return wrong + LongestHold;
        }
    }

    /// <summary>The store knows of something that was written at a later time than now: the clock was set back before the start.</summary>
    public void Note(DateTimeOffset written, DateTimeOffset now)
    {
        lock (gate)
        {
            wrong = written - now > Worth ? written : wrong;
        }
    }

    /// <summary>Everything has been looked at.</summary>
    public void End()
    {
        lock (gate)
        {
            wrong = null;
        }
    }
}
