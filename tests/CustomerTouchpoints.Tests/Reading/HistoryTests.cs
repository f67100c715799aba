using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;

namespace CustomerTouchpoints.Tests.Reading;

/// <summary>What dashboards read: the journal of one journey, promises by the page, a definition.</summary>
public sealed class HistoryTests
{
    [Test]
    public async Task The_history_of_a_journey_is_its_journal_and_nobody_elses()
    {
        await using var host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseAsync(OrderLifecycle.Fact("order.placed", "1", customer: "ana"));
        await host.RaiseAsync(OrderLifecycle.Fact("parcel.delivered", "2"));

        IReadOnlyList<JournalEntryView> history = await host.Touchpoints.HistoryAsync("order/1");

        Assert.That(history.Select(entry => entry.Sequence), Is.Ordered.Ascending);
        Assert.That(history.Select(entry => entry.Name), Does.Contain("order.placed").And.Contain("parcel.delivered"));
        Assert.That(history.Select(entry => entry.Journey).Distinct(), Is.EqualTo((JourneyId[])["order/1"]));
        Assert.That(await host.Touchpoints.HistoryAsync("order/2"), Is.Empty);
    }

    [Test]
    public async Task Promises_are_read_by_what_became_of_them()
    {
        await using var host = await TouchpointsTestHost.StartAsync<DeliveryLifecycle>();
        DateTimeOffset by = host.Time.GetUtcNow().AddDays(1);
        await host.RaiseAsync("delivery/1", new Sent(by), customer: "ana");
        await host.RaiseAsync("delivery/2", new Sent(by), customer: "ben");
        await host.RaiseAsync("delivery/2", new Arrived());

        Assert.That(
            (await ReadAsync(host, PromiseStatus.Open)).Select(promise => (promise.Id.Journey, promise.Name, promise.By)),
            Is.EqualTo([((JourneyId)"delivery/1", "delivery", by)])
        );
        Assert.That(
            (await ReadAsync(host, PromiseStatus.Kept)).Select(promise => promise.Id.Journey),
            Is.EqualTo((JourneyId[])["delivery/2"])
        );
        Assert.That(await ReadAsync(host, PromiseStatus.Broken), Is.Empty);
    }

    [Test]
    public void A_definition_is_read_with_its_line_its_rules_and_its_diagram()
    {
        var view = LifecycleView.Of(new OrderLifecycle());

        Assert.That((view.Name, view.Version), Is.EqualTo(("order", 1)));
        Assert.That(view.Line.Select(state => state.Name), Is.SubsetOf(view.States.Select(state => state.Name)));
        Assert.That(view.Line.Select(state => state.Name), Does.Contain("delivered"));
        RuleView rule = view.Rules.Single(each => each.Key == "how-did-we-do");
        Assert.That((rule.Scope, rule.Template), Is.EqualTo(("delivered", "how-did-we-do")));
        Assert.That(view.Diagram, Is.EqualTo(new OrderLifecycle().ToMermaid()));
    }

    private static async Task<IReadOnlyList<PromiseView>> ReadAsync(TouchpointsTestHost host, PromiseStatus status)
    {
        var promises = new List<PromiseView>();
        await foreach (PromiseView promise in host.Touchpoints.PromisesAsync(new PromiseQuery { Status = status }))
        {
            promises.Add(promise);
        }

        return promises;
    }

    [Event("parcel.sent")]
    private sealed record Sent(DateTimeOffset By);

    [Event("parcel.arrived")]
    private sealed record Arrived;

    private sealed class DeliveryLifecycle() : Lifecycle("delivery", version: 1)
    {
        private static readonly State Away = new("away");
        private static readonly State Here = new("here");

        protected override void Define(LifecycleBuilder delivery)
        {
            delivery.Line(Away.ReachedBy<Sent>(), Here.ReachedBy<Arrived>());
            delivery.On<Sent>().Promises("delivery", by: sent => sent.By).KeptBy(Here);
        }
    }
}
