using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Operations;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>A touchpoint's turn has come: the gate is asked.</summary>
/// <param name="Order">The touchpoint.</param>
/// <param name="Recipient">Who is told, as far as the directory could say.</param>
/// <param name="Obstacle">What keeps it from leaving now; null when nothing does.</param>
/// <param name="Term">The term that would send it.</param>
internal sealed record TouchpointTurn(long Order, Recipient Recipient, Obstacle? Obstacle, long Term) : Input
{
    /// <summary>What is used of the limits that it comes under.</summary>
    public IReadOnlyList<Tally> Tallies { get; init; } = [];

    /// <summary>The provider by which it would leave; null where its channel has one sender.</summary>
    public string? Provider { get; init; }

    public override void Decide(Deliberation deliberation) => Turns.Decide(deliberation, this);

    public override void Fail(Deliberation deliberation, Reason fault)
    {
        if (deliberation.Journey.Touchpoint(Order) is { } touchpoint)
        {
            deliberation.Add(touchpoint.LeftUndecided(TouchpointStatus.InReview, fault));
            deliberation.Record(
                JournalEntryKind.Gate,
                touchpoint.IdIn(deliberation.Journey.Id).ToString(),
                JournalEntryOutcome.InReview,
                fault,
                Now
            );
        }
    }
}
