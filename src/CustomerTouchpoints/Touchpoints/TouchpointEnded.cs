using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A touchpoint has its outcome.</summary>
internal sealed record TouchpointEnded(long Order, TouchpointStatus Status, Reason Reason) : TouchpointChange(Order)
{
    /// <summary>What its provider calls the message that it has accepted.</summary>
    public string? Reference { get; init; }

    public override Change Erased() => this with { Reason = Reason.Erased(), Reference = null };

    public override OpenTouchpoint Apply(OpenTouchpoint touchpoint) =>
        touchpoint.Unseated() with
        {
            Status = Status,
            Reason = Reason,
            Reference = Reference,
            NextAt = null,
            Sending = null,
            Lookup = null,
        };

    protected override TouchpointMemory Put(TouchpointMemory memory, OpenTouchpoint changed) => memory.End(Order);
}
