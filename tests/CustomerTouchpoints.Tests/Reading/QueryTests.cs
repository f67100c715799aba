using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using CustomerTouchpoints.Touchpoints;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Reading;

/// <summary>What a host asks of all its touchpoints, of one customer, and of the journal.</summary>
public sealed class QueryTests
{
    [Test]
    public async Task Touchpoints_are_found_by_status_rule_channel_and_customer()
    {
        await using TouchpointsTestHost host = await OrdersAsync(3);
        await host.RaiseAsync(Fact("parcel.delivered", "d", "order/2"));

        Assert.That(
            await IdsAsync(host, new TouchpointQuery { Statuses = new HashSet<TouchpointStatus> { TouchpointStatus.Planned } }),
            Is.EqualTo(["order/2~how-did-we-do~1~buyer~email"])
        );
        Assert.That((await IdsAsync(host, new TouchpointQuery { Rule = "order-recorded" })).Count, Is.EqualTo(3));
        Assert.That(await IdsAsync(host, new TouchpointQuery { Channel = "pigeon" }), Is.Empty);
        Assert.That((await IdsAsync(host, new TouchpointQuery { Customer = "c2" })).Count, Is.EqualTo(3));
        Assert.That((await IdsAsync(host, new TouchpointQuery { Journey = "order/1" })).Count, Is.EqualTo(1));
        TouchpointView view = await host.Touchpoints.TouchpointsAsync(new TouchpointQuery { Journey = "order/1" }).SingleAsync();
        string json = Answers.ThereAndBack(view);
        Assert.That(
            json,
            Does.Contain("\"Id\":\"order/1~order-recorded~1~buyer~email\"")
                .And.Contain("\"Status\":\"Sent\"")
                .And.Contain("\"Category\":\"Transactional\"")
                .And.Contain("\"Channel\":\"email\"")
        );
    }

    [Test]
    public async Task Reading_more_than_a_page_meets_each_touchpoint_once_while_others_change()
    {
        await using TouchpointsTestHost host = await OrdersAsync(1100);
        var met = new List<TouchpointId>();
        await foreach (TouchpointView touchpoint in host.Touchpoints.TouchpointsAsync(new TouchpointQuery { Rule = "order-recorded" }))
        {
            met.Add(touchpoint.Id);
            if (met.Count == 500)
            {
                await host.RaiseAsync(Fact("order.cancelled", "x", "order/700"));
                await host.RaiseAsync(Fact("order.cancelled", "x", "order/2"));
            }
        }

        Assert.That(met, Has.Count.EqualTo(1100).And.Unique);
    }

    [Test]
    public async Task A_page_goes_on_after_the_last_one_that_was_shown()
    {
        await using TouchpointsTestHost host = await OrdersAsync(5);
        var query = new TouchpointQuery { Rule = "order-recorded" };
        TouchpointView[] first = await host.Touchpoints.TouchpointsAsync(query).Take(2).ToArrayAsync();
        TouchpointView[] rest = await host.Touchpoints.TouchpointsAsync(query with { After = first[^1].Id }).ToArrayAsync();
        Assert.That(first.Concat(rest).Select(view => view.Journey?.Key), Is.EqualTo(["1", "2", "3", "4", "5"]));
    }

    [Test]
    public async Task A_customer_is_shown_with_what_is_known_of_them()
    {
        await using TouchpointsTestHost host = await OrdersAsync(1);
        await host.RaiseAsync(Fact("order.placed", "1", "order/9", customer: "c1"));
        await host.RaiseAsync(Fact("parcel.delivered", "2", "order/9"));
        CustomerView customer = (await host.Touchpoints.GetCustomerAsync("c1"))!;

        Assert.That(
            customer.Journeys.Select(journey => (journey.Journey.Key, journey.State, journey.Standing, journey.Roles.Single())),
            Is.EqualTo([("1", "recorded", JourneyStanding.Open, "buyer"), ("9", "delivered", JourneyStanding.Solved, "buyer")])
        );
        Assert.That(customer.OpenTouchpoints.Select(touchpoint => touchpoint.Rule), Is.EqualTo(["how-did-we-do"]));
        Assert.That(customer.Traits!.Culture, Is.EqualTo("en"));
        Answers.ThereAndBack(customer);
    }

    [Test]
    public async Task The_journal_is_read_on_from_a_cursor_and_a_timeline_shows_the_same_entries()
    {
        await using TouchpointsTestHost host = await OrdersAsync(2);
        JournalEntryView[] first = await host.Touchpoints.JournalAsync().ToArrayAsync();
        await host.RaiseAsync(Fact("payment.accepted", "p", "order/1", data: """{"paid":7}"""));
        JournalEntryView[] next = await host.Touchpoints.JournalAsync(first[^1].Cursor).ToArrayAsync();
        JournalEntryView paid = next[0];

        Assert.That(
            (paid.Journey, paid.Kind, paid.Name, paid.EventId, paid.Outcome, paid.From, paid.To),
            Is.EqualTo(
                ((JourneyId)"order/1", JournalEntryKind.Event, "payment.accepted", "p", JournalEntryOutcome.Moved, "recorded", "validated")
            )
        );
        Assert.That(paid.Planned.Select(planned => planned.Rule), Does.Contain("order-validated"));
        Assert.That(paid.Data!.Value.GetProperty("paid").GetInt32(), Is.EqualTo(7));
        Assert.That(Answers.ThereAndBack(paid), Does.Contain("\"Kind\":\"Event\""));

        Timeline timeline = await host.Touchpoints.TimelineAsync("c1");
        Assert.That(
            timeline.Entries.Select(entry => (entry.Journey, entry.Sequence)),
            Is.EqualTo(first.Concat(next).Where(entry => entry.Journey == "order/1").Select(entry => (entry.Journey, entry.Sequence)))
        );
        Answers.ThereAndBack(timeline);
        Assert.That(async () => await host.Touchpoints.JournalAsync("here").ToArrayAsync(), Throws.ArgumentException);
    }

    private static async Task<TouchpointsTestHost> OrdersAsync(int count)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await host.RaiseTogetherAsync([
            .. Enumerable.Range(1, count).Select(i => Fact("order.placed", "1", $"order/{i}", customer: $"c{i}")),
        ]);
        return host;
    }

    private static async Task<List<string>> IdsAsync(TouchpointsTestHost host, TouchpointQuery query) =>
        await host.Touchpoints.TouchpointsAsync(query).Select(view => view.Id.ToString()).ToListAsync();
}
