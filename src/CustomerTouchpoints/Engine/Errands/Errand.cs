namespace CustomerTouchpoints.Engine.Errands;

/// <summary>
/// Something to do outside any transaction, at a channel or at the host: stored before it is begun, so that it can't be forgotten. It takes
/// a slot of its pool, has a deadline, and reports what came of it.
/// </summary>
internal abstract record Errand
{
    public required JourneyId Journey { get; init; }

    /// <summary>Where it waits, and whose slot it has taken.</summary>
    public required ErrandPool Pool { get; init; }

    /// <summary>The reading of the stopwatch when it was handed over, after the commit.</summary>
    public long ClaimedAt { get; init; }

    /// <summary>It was not stored: what it has taken is given back.</summary>
    public virtual void GiveBack() => Pool.ReleaseSlot();

    /// <summary>It was stored: whoever waits at its pool may begin it.</summary>
    /// <param name="now">The reading of the stopwatch.</param>
    public void HandOver(long now) => Pool.Add(this with { ClaimedAt = now });
}
