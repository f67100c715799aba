using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Decisions;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Storage;
using static CustomerTouchpoints.Tests.Decisions.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Decisions;

/// <summary>A snapshot may be in many hands: in the writer's memory, in a batch, in a decision.</summary>
public sealed class SnapshotTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_decision_leaves_the_journey_that_it_was_given_as_it_was()
    {
        LifecycleDefinition definition = new LifecycleRegistry([new OrderLifecycle()]).Of("order/1");
        JourneySnapshot unheard = JourneySnapshot.Unheard("order/1", 1, Now);
        string before = RowText.Of(unheard);
        JourneySnapshot placed = Decide(unheard, Fact("order.placed", "1", customer: "ana"));
        Assert.That((RowText.Of(unheard), unheard.State, unheard.Sequence), Is.EqualTo((before, (string?)null, 0)));

        (string memory, string? state, long sequence, string data) = (RowText.Of(placed), placed.State, placed.Sequence, placed.Data.Text);
        JourneySnapshot packed = Decide(placed, Fact("parcel.packed", "2"));
        Assert.That((RowText.Of(placed), placed.State, placed.Sequence, placed.Data.Text), Is.EqualTo((memory, state, sequence, data)));
        Assert.That(packed.State, Is.Not.EqualTo(state));

        JourneySnapshot Decide(JourneySnapshot journey, IncomingEvent fact) => Decider.Decide(
            definition, DecisionSettings.Default, journey, new Dictionary<CustomerId, Customer>(), new Input.Fact(fact with { Parties = fact.Customer is { } customer ? new Dictionary<string, CustomerId> { [definition.Roles[0]] = customer } : [] }) { Now = Now }).Journey;
    }
}
