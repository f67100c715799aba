namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// A host that was asleep does not wake up shouting: of what is long overdue, the first hundred messages leave at once, and after every
/// twenty seconds twice as many have left. Each gets its place when the gate is asked, so that everything is judged at once, and what is
/// stale or withdrawn takes nobody's place.
/// </summary>
/// <remarks>For the writer alone.</remarks>
internal sealed class WakeUpRamp
{
    private const int AtOnce = 100;

    private static readonly TimeSpan LongOverdue = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Doubling = TimeSpan.FromSeconds(20);

    /// <summary>When nothing long overdue was met for so long, the next is met after another sleep.</summary>
    private static readonly TimeSpan Awake = TimeSpan.FromMinutes(10);

    private DateTimeOffset wokeAt;
    private DateTimeOffset metAt;
    private long placed;

    /// <summary>
    /// When something may leave that should have left at an instant; null when it was not to wait for long, and takes no place.
    /// </summary>
    public DateTimeOffset? PlaceFor(DateTimeOffset dueAt, DateTimeOffset now)
    {
        if (now - dueAt <= LongOverdue)
        {
            return null;
        }

        if (now < wokeAt || now - metAt > Awake)
        {
            wokeAt = now;
            placed = 0;
        }

        metAt = now;
        double doublings = Math.Log2(Math.Max(1, (placed + 1) / (double)AtOnce));
        return Instants.Truncate(wokeAt + (Doubling * doublings));
    }

    /// <summary>The place that was offered last was taken.</summary>
    public void Take() => placed++;
}
