using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;
using OrderLifecycle = CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine.Hosting;

/// <summary>A host hears what was committed, and whoever hears badly hurts nobody.</summary>
public sealed class ObserverTests
{
    private static readonly TouchpointId Recorded = TouchpointId.Parse("order/1~order-recorded~1~buyer~email");

    [Test]
    public async Task What_was_sent_held_and_failed_is_heard_in_order()
    {
        var observer = new CollectingObserver();
        await using TouchpointsTestHost host = await StartAsync(observer);
        host.Channel.AnswerWith(SendResult.TemporaryFailure("busy"), SendResult.PermanentFailure("no such mailbox"));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(2));
        await host.RaiseAsync(Fact("order.placed", "1", "order/2", "bob"));

        Assert.That(
            observer.Heard.Select(notice => (notice.Kind, notice.Touchpoint)),
            Is.EqualTo(
                ((NoticeKind, TouchpointId?)[])
                    [(NoticeKind.Held, Recorded), (NoticeKind.Failed, Recorded), (NoticeKind.Sent, Recorded with { Journey = "order/2" })]
            )
        );
        Assert.That(observer.Heard[1].Reason.ToString(), Does.Contain("no such mailbox"));
    }

    [Test]
    public async Task An_observer_may_ask_the_library_itself()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints.AddObserver<AskingObserver>().AddObserver<AskingObserver>()
        );
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));

        var asking = (AskingObserver)host.Services.GetServices<ITouchpointObserver>().Single();
        Assert.That(asking.Explained, Does.Contain("Sent"));
    }

    [Test]
    public async Task A_channel_is_said_to_be_down_once_and_up_once()
    {
        var observer = new CollectingObserver();
        await using TouchpointsTestHost host = await StartAsync(observer);
        host.Channel.AnswerWith(SendResult.ChannelDown("maintenance"), SendResult.ChannelDown("maintenance"));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));

        TouchpointNotice[] ofChannel = [.. observer.Heard.Where(notice => notice.Channel is not null)];
        Assert.That(ofChannel.Select(notice => notice.Kind), Is.EqualTo([NoticeKind.ChannelDown, NoticeKind.ChannelUp]));
        Assert.That(ofChannel.Select(notice => notice.Channel), Is.All.EqualTo(Channel.Email));
        Assert.That(ofChannel[0].Reason.ToString(), Is.EqualTo("email is down: maintenance"));
    }

    [Test]
    public async Task An_observer_that_throws_hurts_nobody_and_hears_the_next()
    {
        var thrower = new CollectingObserver { Throws = true };
        var other = new CollectingObserver();
        using var log = new CollectingLog();
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints.AddObserver(thrower).AddObserver(other).Services.AddLogging(logging => logging.AddProvider(log))
        );
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        thrower.Throws = false;
        await host.RaiseAsync(Fact("order.placed", "1", "order/2", "bob"));

        using (Assert.EnterMultipleScope())
        {
            host.Sent.ShouldBe("order-recorded", "order-recorded");
            Assert.That(other.Heard, Has.Count.EqualTo(2));
            Assert.That(thrower.Heard.Select(notice => notice.Touchpoint?.Journey.Key), Is.EqualTo(["2"]));
            Assert.That(log.Lines, Has.One.StartsWith("Warning 1311 The observer CollectingObserver threw InvalidOperationException"));
        }
    }

    [Test]
    public async Task An_observer_that_hangs_is_named_after_its_deadline_and_hears_the_rest_when_it_is_back()
    {
        var time = new VirtualTime();
        using var log = new CollectingLog();
        var hanging = new CollectingObserver { Until = new TaskCompletionSource() };
        var feed = new ObserverFeed(hanging, time, log);
        feed.Add(Notice(1));
        Assert.That(feed.Step(apart: false), Is.True);
        feed.Add(Notice(2));
        Assert.That(feed.Step(apart: false), Is.False);
        Assert.That(log.Lines, Is.Empty);

        time.Advance(ObserverFeed.Deadline);
        Assert.That(feed.Step(apart: false), Is.False);
        Assert.That(feed.Step(apart: false), Is.False);
        Assert.That(log.Lines, Has.One.StartsWith("Warning 1312"));

        hanging.Until.SetResult();
        Assert.That(feed.Step(apart: false), Is.True);
        Assert.That(hanging.Heard.Select(notice => notice.Reason.ToString()), Is.EqualTo(["1", "2"]));
        await Task.CompletedTask;
    }

    [Test]
    public void Whoever_is_too_slow_loses_the_oldest_and_that_is_counted()
    {
        using var log = new CollectingLog();
        var observer = new CollectingObserver();
        var feed = new ObserverFeed(observer, new VirtualTime(), log);
        foreach (int number in Enumerable.Range(1, ObserverFeed.Capacity + 5))
        {
            feed.Add(Notice(number));
        }

        while (feed.Step(apart: false)) { }

        Assert.That(observer.Heard, Has.Count.EqualTo(ObserverFeed.Capacity));
        Assert.That(observer.Heard[0].Reason.ToString(), Is.EqualTo("6"));
        Assert.That(observer.Longest, Is.EqualTo(ObserverFeed.PageSize));
        Assert.That(
            log.Lines,
            Is.EqualTo(["Warning 1313 The observer CollectingObserver is too slow: 5 notices, the oldest, were dropped"])
        );
    }

    private static Task<TouchpointsTestHost> StartAsync(ITouchpointObserver observer) =>
        TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints => touchpoints.AddObserver(observer));

    private static TouchpointNotice Notice(int number) =>
        new()
        {
            Kind = NoticeKind.Sent,
            At = DateTimeOffset.UnixEpoch,
            Reason = Reason.Stored($"{number}"),
        };

    private sealed class AskingObserver(ICustomerTouchpoints touchpoints) : ITouchpointObserver
    {
        public string? Explained { get; private set; }

        public async Task ObserveAsync(IReadOnlyList<TouchpointNotice> notices, CancellationToken cancellationToken) =>
            Explained = await touchpoints.ExplainAsync(notices[0].Touchpoint!.Value, cancellationToken);
    }

    private sealed class CollectingObserver : ITouchpointObserver
    {
        public List<TouchpointNotice> Heard { get; } = [];

        public bool Throws { get; set; }

        public TaskCompletionSource? Until { get; init; }

        public int Longest { get; private set; }

        public async Task ObserveAsync(IReadOnlyList<TouchpointNotice> notices, CancellationToken cancellationToken)
        {
            if (Throws)
            {
                throw new InvalidOperationException("The dashboard is down.");
            }

            Heard.AddRange(notices);
            Longest = Math.Max(Longest, notices.Count);
            await (Until?.Task ?? Task.CompletedTask);
        }
    }
}
