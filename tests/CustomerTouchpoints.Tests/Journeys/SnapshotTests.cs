using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Journeys.Moves;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Storage;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Journeys;

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

        JourneySnapshot Decide(JourneySnapshot journey, IncomingEvent fact)
        {
            Dictionary<string, CustomerId> parties = fact.Customer is { } customer ? new() { [definition.Roles[0]] = customer } : [];
            var customers = parties.Values.ToDictionary(id => id, CustomerSnapshot.Unheard);
            var input = new FactReported(fact with { Parties = parties }) { Now = Now };
            return Decider.Decide(definition, DecisionSettings.Default, journey, customers, input).Journey;
        }
    }

    [Test]
    public void Timers_that_a_version_has_brought_under_one_key_end_together()
    {
        JourneySnapshot united = JourneySnapshot.Unheard("order/1", 1, Now) with
        {
            Timers =
            [
                new JourneyTimer("one", Now, "open"),
                new JourneyTimer("other", Now, "open"),
                new JourneyTimer("one", Now.AddDays(1), "open"),
            ],
        };
        Assert.That(united.Apply(new TimerCleared("one"), null).Timers.Select(timer => timer.Key), Is.EqualTo(["other"]));
        Assert.That(
            united.Apply(new TimerSet(new JourneyTimer("one", Now, "paid")), null).Timers.Select(timer => timer.Scope),
            Is.EqualTo(["open", "paid"])
        );
        Assert.That(united.Timers, Has.Length.EqualTo(3));
    }
}
