namespace CustomerTouchpoints.Testing;

/// <summary>A clock that stands still until it is told to move. Timers fire on the thread that moves it.</summary>
/// <remarks>
/// Thread-safe. Its timestamps follow the same clock, so measured durations are virtual too. As with any clock, one that is set back does
/// not turn back the stopwatch: neither timestamps nor timers go back with it.
/// </remarks>
public sealed class VirtualTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<VirtualTimer> timers = [];
    private DateTimeOffset now;
    private TimeSpan setBack;

    /// <summary>Starts at an instant.</summary>
    public VirtualTime(DateTimeOffset start) => now = start.ToUniversalTime();

    /// <summary>Starts on Monday, 5 January 2026, at 9:00 UTC: any fixed instant, so that tests read alike.</summary>
    public VirtualTime()
        : this(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)) { }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (gate)
        {
            return (now + setBack).UtcTicks;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Moves the clock to an instant, and fires on the way the timers that are due, each at its own time. An earlier instant steps it back.
    /// </summary>
    public void MoveTo(DateTimeOffset instant)
    {
        while (TakeDue(instant) is { } due)
        {
            due.Fire();
        }

        lock (gate)
        {
            setBack += now > instant ? now - instant : TimeSpan.Zero;
            now = instant.ToUniversalTime();
        }
    }

    /// <summary>Moves the clock forward.</summary>
    public void Advance(TimeSpan span) => MoveTo(GetUtcNow() + span);

    private VirtualTimer? TakeDue(DateTimeOffset until)
    {
        lock (gate)
        {
            VirtualTimer? due = timers.Where(timer => timer.Due - setBack <= until).MinBy(timer => timer.Due);
            if (due is not null)
            {
                now = due.Due - setBack > now ? due.Due - setBack : now;
                timers.Remove(due);
                due.Rearm(timers);
            }

            return due;
        }
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        /// <summary>By the stopwatch.</summary>
        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                this.period = period;
                time.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time.now + time.setBack + dueTime;
                    time.timers.Add(this);
                }
            }

            return true;
        }

        public void Rearm(List<VirtualTimer> timers)
        {
            if (period > TimeSpan.Zero)
            {
                Due += period;
                timers.Add(this);
            }
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
