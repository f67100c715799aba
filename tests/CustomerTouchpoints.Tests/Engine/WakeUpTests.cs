using CustomerTouchpoints.Testing;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>A host that was asleep: its clock jumps, and what became due meanwhile is met all at once.</summary>
public sealed class WakeUpTests
{
    private const int Orders = 350;

    [Test]
    public async Task What_is_long_overdue_leaves_in_growing_numbers()
    {
        await using TouchpointsTestHost host = await AsleepAsync(TimeSpan.FromHours(3));

        Assert.That(Reminders(host), Is.EqualTo(100), "at once");
        await host.AdvanceAsync(TimeSpan.FromSeconds(20));
        Assert.That(Reminders(host), Is.EqualTo(200), "twice as many after 20 s");
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.That(Reminders(host), Is.EqualTo(Orders));
        Assert.That(
            host.Channel.Sent.Where(message => message.Touchpoint.Rule == "still-there")
                .Select(message => message.Customer)
                .Distinct()
                .Count(),
            Is.EqualTo(Orders),
            "nobody twice"
        );
    }

    [Test]
    public async Task Each_that_waits_says_why_and_until_when()
    {
        await using TouchpointsTestHost host = await AsleepAsync(TimeSpan.FromHours(3));
        string?[] explained =
        [
            .. await Task.WhenAll(
                Enumerable
                    .Range(0, Orders)
                    .Select(i => host.Touchpoints.ExplainAsync(TouchpointId.Parse($"order/{i}~still-there~1~customer~email")))
            ),
        ];

        Assert.That(
            explained.Count(text => text!.Contains("long overdue: after a sleep, sending ramps up", StringComparison.Ordinal)),
            Is.EqualTo(Orders - 100)
        );
    }

    [Test]
    public async Task Everything_is_judged_at_once_and_what_is_stale_takes_no_place()
    {
        await using TouchpointsTestHost late = await AsleepAsync(TimeSpan.FromDays(7));

        Assert.That(Reminders(late), Is.Zero);
        Assert.That(
            await late.Touchpoints.ExplainAsync(TouchpointId.Parse($"order/{Orders - 1}~still-there~1~customer~email")),
            Does.Contain("Skipped, stale")
        );
    }

    [Test]
    public async Task What_is_new_after_the_sleep_waits_for_nothing()
    {
        await using TouchpointsTestHost host = await AsleepAsync(TimeSpan.FromHours(3));
        await host.RaiseAsync(Fact("order.placed", "new", "order/new", "newcomer"));

        host.SentTo("newcomer").ShouldBe("order-recorded");
    }

    [Test]
    public async Task The_next_sleep_begins_a_ramp_of_its_own()
    {
        await using TouchpointsTestHost host = await AsleepAsync(TimeSpan.FromHours(3));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await PlaceAsync(host, Orders);
        host.Time.Advance(TimeSpan.FromHours(3));
        await host.AdvanceAsync(TimeSpan.Zero);

        Assert.That(Reminders(host), Is.EqualTo(Orders + 100));
    }

    private static async Task<TouchpointsTestHost> AsleepAsync(TimeSpan sleep)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<Waiting>();
        await PlaceAsync(host, 0);
        host.Time.Advance(sleep);
        await host.AdvanceAsync(TimeSpan.Zero);
        return host;
    }

    private static async Task PlaceAsync(TouchpointsTestHost host, int first) =>
        await host.RaiseTogetherAsync([
            .. Enumerable.Range(first, Orders).Select(i => Fact("order.placed", "placed", $"order/{i}", $"buyer-{i}")),
        ]);

    private static int Reminders(TouchpointsTestHost host) => host.Channel.Sent.Count(message => message.Touchpoint.Rule == "still-there");

    private sealed class Waiting() : Lifecycle("order", version: 1)
    {
        private static readonly State Recorded = new("recorded", says: "we have your order");

        protected override void Define(LifecycleBuilder order)
        {
            order.Line(Recorded.ReachedBy("order.placed"));
            order.OnEntering(Recorded).Send("order-recorded");
            order.OnEntering(Recorded).After(TimeSpan.FromHours(1)).Send("still-there").StaleAfter(TimeSpan.FromDays(1));
        }
    }
}
