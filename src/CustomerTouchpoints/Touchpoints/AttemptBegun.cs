using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>An attempt begins: persisted before any I/O.</summary>
internal sealed record AttemptBegun(long Order, int Attempt, Channel Channel, long Term, DateTimeOffset LeaseUntil)
    : TouchpointChange(Order)
{
    /// <summary>The deadlines that its message tells; null when it tells none.</summary>
    public IReadOnlyList<ToldDeadline>? Deadlines { get; init; }

    /// <summary>The hash of the address that it goes to, by which a receipt that comes later finds it; null where none was made.</summary>
    public string? Address { get; init; }

    /// <summary>The provider that gets it; null where its channel has one sender.</summary>
    public string? Provider { get; init; }

    /// <summary>The block of added value that goes with it; null for none.</summary>
    public string? AddedValue { get; init; }

    public override OpenTouchpoint Apply(OpenTouchpoint touchpoint) =>
        touchpoint.Unseated() with
        {
            Status = TouchpointStatus.Sending,
            Reason = DeliveryReasons.Attempt.With(Attempt, null),
            Attempts = Attempt,
            Channel = Channel,
            Provider = Provider,
            AddedValue = AddedValue,
            Sending = new SendingAttempt(Term, LeaseUntil),
            Deadlines = Deadlines,
            NextAt = null,
        };
}
