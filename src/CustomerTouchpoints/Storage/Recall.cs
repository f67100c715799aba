namespace CustomerTouchpoints.Storage;

/// <summary>
/// Makes many journeys due at once, with the commit that gives the reason: each of them is then looked at in its turn, in small steps.
/// </summary>
/// <param name="At">The instant at which they become due; one that is due before keeps its instant.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public abstract record Recall(DateTimeOffset At)
{
    /// <summary>The journeys in which something is held behind a switch.</summary>
    /// <param name="At">The instant at which they become due.</param>
    public sealed record Held(DateTimeOffset At) : Recall(At);

    /// <summary>The journeys that follow one version of a lifecycle, closed ones left out.</summary>
    /// <param name="At">The instant at which they become due.</param>
    /// <param name="Lifecycle">The lifecycle's name.</param>
    /// <param name="Version">The version.</param>
    public sealed record OfVersion(DateTimeOffset At, string Lifecycle, int Version) : Recall(At);
}
