using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A touchpoint waits for a person, or for what its channel says of it; nobody else waits for it meanwhile.</summary>
internal sealed record TouchpointUndecided(long Order, TouchpointStatus Status, Reason Reason, int Doubts) : TouchpointChange(Order)
{
    /// <summary>When its channel is asked next; null when a person has to decide.</summary>
    public DateTimeOffset? AskAt { get; init; }

    /// <summary>How often its channel was asked.</summary>
    public int Asked { get; init; }

    /// <summary>What its provider calls the attempt that may have been accepted; null for none.</summary>
    public string? Reference { get; init; }

    public override Change Erased() => this with { Reason = Reason.Erased(), Reference = null };

    public override OpenTouchpoint Apply(OpenTouchpoint touchpoint) =>
        touchpoint.Unseated() with
        {
            Status = Status,
            Reason = Reason,
            Doubts = Doubts,
            Lookup = AskAt is { } at ? new PendingLookup(at, Asked) : null,
            NextAt = null,
            Sending = null,
        };

    protected override TouchpointMemory Put(TouchpointMemory memory, OpenTouchpoint changed) => memory.SetAside(changed);
}
