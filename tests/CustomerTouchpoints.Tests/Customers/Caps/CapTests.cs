using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static CustomerTouchpoints.Tests.Customers.Caps.CampaignLifecycle;

namespace CustomerTouchpoints.Tests.Customers.Caps;

/// <summary>How much a customer is told at most, whatever number of journeys and rules would.</summary>
public sealed class CapTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Test]
    public async Task Promotions_wait_for_room_and_leave_one_by_one()
    {
        await using TouchpointsTestHost host = await StartAsync(new Cap { AtMost = 1, Within = Day });
        await host.RaiseTogetherAsync(Fact("offer", "1", 1), Fact("offer", "2", 2), Fact("offer", "3", 3));
        Assert.That(host.Channel.Sent, Has.Count.EqualTo(1));
        Assert.That(await WhyAsync(host), Is.EqualTo("the customer gets at most 1 messages in 1.00:00:00: it waits for room"));

        await host.AdvanceAsync(Day - TimeSpan.FromSeconds(1));
        Assert.That(host.Channel.Sent, Has.Count.EqualTo(1));
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.That(host.Channel.Sent, Has.Count.EqualTo(2));
        await host.AdvanceAsync(Day);
        Assert.That(host.Channel.Sent, Has.Count.EqualTo(3));
        Assert.That(await StoredAsync(host), Is.EqualTo(CapQueue.Empty));
    }

    [Test]
    public async Task Facts_count_and_never_wait()
    {
        await using TouchpointsTestHost host = await StartAsync(new Cap { AtMost = 2, Within = Day });
        for (int i = 0; i < 5; i++)
        {
            await host.RaiseAsync(Fact("fact", $"f{i}"));
        }

        await host.RaiseAsync(Fact("offer", "o"));
        Assert.That(host.Channel.Sent.Select(message => message.Touchpoint.Rule), Is.All.EqualTo("fact").And.Exactly(5).Items);
    }

    [Test]
    public async Task Of_those_that_wait_the_highest_priority_comes_first_and_then_the_oldest()
    {
        await using TouchpointsTestHost host = await StartAsync(new Cap { AtMost = 1, Within = Day });
        await host.RaiseAsync(Fact("fact", "0"));
        foreach ((string name, int campaign) in new[] { ("offer", 3), ("offer", 1), ("deal", 2), ("offer", 2), ("deal", 1) })
        {
            await host.RaiseAsync(Fact(name, $"{name}{campaign}", campaign));
            await host.AdvanceAsync(TimeSpan.FromMinutes(20));
        }

        await host.AdvanceAsync(4.9 * Day);
        Assert.That(
            host.Channel.Sent.Skip(1).Select(message => $"{message.Touchpoint.Rule} of {message.Touchpoint.Journey.Key}"),
            Is.EqualTo(["deal of 2", "deal of 1", "offer of 3", "offer of 1"])
        );
    }

    [Test]
    public async Task A_cap_of_a_channel_holds_up_no_other_channel()
    {
        await using TouchpointsTestHost host = await StartAsync(
            new Cap
            {
                AtMost = 1,
                Within = 7 * Day,
                Channel = "sms",
            },
            new Cap { AtMost = 2, Within = Day }
        );
        await host.RaiseAsync(Fact("deal", "1"));
        await host.RaiseAsync(Fact("deal", "2"));
        await host.RaiseAsync(Fact("offer", "3"));
        host.SentTo("ana").ShouldBe("deal", "offer");
        Assert.That(await WhyAsync(host), Does.StartWith("the customer gets at most 1 messages by sms in 7.00:00:00"));
    }

    [Test]
    public async Task What_fails_gives_its_room_back_and_what_may_have_arrived_does_not()
    {
        await using TouchpointsTestHost host = await StartAsync(new Cap { AtMost = 1, Within = Day });
        host.Channel.AnswerWith(SendResult.PermanentFailure("no such user"), SendResult.Uncertain("cut"));
        await host.RaiseAsync(Fact("offer", "1", 1));
        await host.RaiseAsync(Fact("offer", "2", 2));
        await host.RaiseAsync(Fact("offer", "3", 3));
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(2));
        await host.AdvanceAsync(Day);
        Assert.That(host.Channel.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Who_does_not_wait_any_more_is_not_waited_for()
    {
        await using TouchpointsTestHost host = await StartAsync(new Cap { AtMost = 1, Within = Day });
        await host.RaiseAsync(Fact("fact", "0"));
        await host.RaiseAsync(Fact("deal", "1", 1));
        await host.RaiseAsync(Fact("offer", "2", 2));
        Assert.That((await StoredAsync(host)).Waiting, Has.Length.EqualTo(2));
        await host.RaiseAsync(Fact("ended", "3", 1));
        Assert.That((await StoredAsync(host)).Waiting, Has.Length.EqualTo(1));
        await host.AdvanceAsync(Day);
        host.SentTo("ana").ShouldBe("fact", "offer");
    }

    [Test]
    public async Task What_waits_is_bounded()
    {
        await using TouchpointsTestHost host = await StartAsync(new Cap { AtMost = 1, Within = 30 * Day });
        await host.RaiseAsync(Fact("fact", "0"));
        await host.RaiseTogetherAsync([.. Enumerable.Range(0, 300).Select(i => Fact("begun", "begun", i))]);
        await host.RaiseTogetherAsync([.. Enumerable.Range(0, 300).Select(i => Fact("offer", $"{i}", i))]);
        Assert.That((await StoredAsync(host)).Waiting, Has.Length.EqualTo(CapQueue.Most));
        TouchpointView[] skipped = await host
            .Touchpoints.TouchpointsAsync(new TouchpointQuery())
            .Where(touchpoint => touchpoint.Status == TouchpointStatus.Skipped)
            .ToArrayAsync();
        Assert.That(skipped, Has.Length.EqualTo(300 - CapQueue.Most));
        Assert.That(skipped[0].Reason.ToString(), Is.EqualTo("256 messages wait for room under the caps already"));
    }

    [Test]
    public async Task Somebody_told_a_hundred_thousand_times_is_capped_as_exactly()
    {
        await using TouchpointsTestHost host = await StartAsync(new Cap { AtMost = 64, Within = Day });
        for (int i = 0; i < 100; i++)
        {
            await host.RaiseAsync(Fact("fact", $"{i}"));
            await host.AdvanceAsync(TimeSpan.FromMinutes(10));
        }

        await host.RaiseAsync(Fact("offer", "o"));
        Assert.That(host.Channel.Sent, Has.Count.EqualTo(100));

        // Of the last 64 facts the first leaves the span 23 hours and 50 minutes after the last hour and some began.
        await host.AdvanceAsync(Day - (64 * TimeSpan.FromMinutes(10)) - TimeSpan.FromSeconds(1));
        Assert.That(host.Channel.Sent, Has.Count.EqualTo(100));
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.That(host.Channel.Sent, Has.Count.EqualTo(101));
    }

    [TestCase(0, 1, null, null, "at most 0 messages")]
    [TestCase(65, 1, null, null, "at most 65 messages")]
    [TestCase(1, 0, null, null, "no span to count within")]
    [TestCase(1, 1, Category.Service, null, "has no effect")]
    [TestCase(1, 1, null, "No Channel", "no channel's name")]
    public void Caps_that_cant_be_kept_are_refused_at_the_start(int most, int days, Category? category, string? channel, string fault) =>
        Assert.That(
            () =>
                StartAsync(
                    new Cap
                    {
                        AtMost = most,
                        Within = days * Day,
                        Category = category,
                        Channel = channel,
                    }
                ),
            Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(fault)
        );

    private static async Task<TouchpointsTestHost> StartAsync(params Cap[] caps)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<CampaignLifecycle>(touchpoints =>
            touchpoints.Configure(options => Array.ForEach(caps, options.Caps.Add))
        );
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                WantsPromotions = true,
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example", [Channel.Sms] = "+390612345" },
            }
        );
        await host.RaiseTogetherAsync([.. Enumerable.Range(1, 3).Select(i => Fact("begun", "begun", i))]);
        return host;
    }

    private static async Task<CapQueue> StoredAsync(TouchpointsTestHost host) =>
        CustomerRows.ToSnapshot((await host.Store().FindCustomerAsync("ana", default))!).Caps;

    private static async Task<string> WhyAsync(TouchpointsTestHost host) =>
        (
            await host
                .Touchpoints.TouchpointsAsync(new TouchpointQuery())
                .FirstAsync(touchpoint => touchpoint.Status == TouchpointStatus.Held)
        ).Reason.ToString();
}
