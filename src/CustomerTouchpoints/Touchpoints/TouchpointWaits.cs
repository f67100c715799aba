using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A touchpoint has to wait: at the gate, between tries, for a free slot, or for its turn after an uncertain attempt.</summary>
internal sealed record TouchpointWaits(
    long Order,
    TouchpointStatus Status,
    Reason Reason,
    DateTimeOffset? NextAt,
    DateTimeOffset? WaitingSince,
    CustomerId? Customer,
    int Failures,
    int Doubts
) : TouchpointChange(Order)
{
    /// <summary>The revision of the switches at which it was held behind one: it waits for the next, and for no instant.</summary>
    public long? HeldAtRevision { get; init; }

    /// <summary>The providers that have surely not accepted it, where the next one is tried; null for none.</summary>
    public IReadOnlyList<string>? Tried { get; init; }

    /// <summary>When the window closes of the digest in which it waits from now on; null where nothing of that changes.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>What its provider calls the attempt that may have been accepted; null for none.</summary>
    public string? Reference { get; init; }

    public override Change Erased() => this with { Reason = Reason.Erased(), Reference = null };

    public override OpenTouchpoint Apply(OpenTouchpoint touchpoint) =>
        touchpoint with
        {
            Status = Status,
            Reason = Reason,
            NextAt = NextAt,
            Customer = Customer,
            Failures = Failures,
            Doubts = Doubts,
            Waiting = WaitingSince is { } since ? new TouchpointWait(since, HeldAtRevision) : null,
            Sending = null,
            Tried = Tried,
            Lookup = null,
            InDigest =
                ClosesAt is { } closes && touchpoint.InDigest is { } place
                    ? place with
                    {
                        ClosesAt = closes,
                        IsSeated = true,
                    }
                    : touchpoint.InDigest,
        };
}
