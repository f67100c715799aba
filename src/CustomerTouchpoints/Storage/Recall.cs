namespace CustomerTouchpoints.Storage;

/// <summary>Makes many journeys due at once, with the commit that gives the reason: each of them is then looked at in its turn, in small steps.</summary>
/// <param name="At">The instant at which they become due; one that is due before keeps its instant.</param>
public abstract record Recall(DateTimeOffset At)
{
    /// <summary>The journeys in which something is held behind a switch.</summary>
    /// <param name="At">The instant at which they become due.</param>
    public sealed record Held(DateTimeOffset At) : Recall(At);
}
