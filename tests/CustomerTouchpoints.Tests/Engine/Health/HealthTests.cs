using System.Collections.Concurrent;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Tests.Engine.Hosting;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Tests.Engine.Health;

/// <summary>
/// What is wrong with a host that runs is known within ten seconds, by its code, to who asks for its health and to who reads its log; and
/// that it is over as well.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public sealed class HealthTests
{
    [Test]
    public async Task A_channel_that_is_down()
    {
        bool isDown = true;
        await using LiveHost host = await StartAsync(_ => isDown ? SendResult.ChannelDown("nobody there", Moment) : SendResult.Sent());
        await RaiseAsync(host, "order/1");

        await IsFoundAsync(host, "channel-down", "email is down since");
        isDown = false;
        await IsOverAsync(host, "channel-down");
    }

    [Test]
    public async Task A_channel_without_a_free_slot()
    {
        var answer = new TaskCompletionSource<SendResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using LiveHost host = await StartAsync(new SlowSender(answer.Task));
        await RaiseAsync(host, "order/1");

        await IsFoundAsync(host, "no-free-slot", "email has had no free slot for");
        answer.SetResult(SendResult.Sent());
        await IsOverAsync(host, "no-free-slot");
    }

    [Test]
    public async Task Work_that_is_overdue()
    {
        var answer = new TaskCompletionSource<SendResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using LiveHost host = await StartAsync(new SlowSender(answer.Task));
        await RaiseAsync(host, "order/1");
        await RaiseAsync(host, "order/2", ago: TimeSpan.FromMinutes(5));

        await IsFoundAsync(host, "work-overdue", "the oldest due item is 30");
        answer.SetResult(SendResult.Sent());
        await IsOverAsync(host, "work-overdue");
    }

    [Test]
    public async Task Messages_that_wait_for_a_person()
    {
        await using LiveHost host = await StartAsync(_ => SendResult.Uncertain("cut"));
        await RaiseAsync(host, "order/1");
        await RaiseAsync(host, "order/2");

        await IsFoundAsync(host, "waits-for-person", "2 message(s) wait for a person");
        await foreach (TouchpointView waiting in host.Touchpoints.TouchpointsAsync(new TouchpointQuery()))
        {
            await host.Touchpoints.ReviewAsync(waiting.Id, ReviewDecision.Sent, "in the log", "ben");
        }

        await IsOverAsync(host, "waits-for-person");
    }

    [Test]
    public async Task A_loop_that_fails_again_and_again()
    {
        var store = new FailingStore();
        await using LiveHost host = await StartAsync(
            _ => SendResult.Sent(),
            touchpoints => touchpoints.Services.AddSingleton<ITouchpointStore>(store)
        );
        store.FailingCommits = int.MaxValue;
        using var stop = new CancellationTokenSource();
        Task feed = FeedAsync(host, 200, stop.Token);

        await IsFoundAsync(host, "loop-fails", "committing has failed");
        store.FailingCommits = 0;
        await IsOverAsync(host, "loop-fails");
        await stop.CancelAsync();
        await feed;
    }

    [Test]
    public async Task A_writer_that_stands()
    {
        using var go = new ManualResetEventSlim();
        await using LiveHost host = await StartAsync(_ => SendResult.Sent());
        Parcels.Guards["order/stands"] = () => go.Wait(TimeSpan.FromMinutes(1));
        _ = host.Touchpoints.RaiseAsync(Placed("order/stands"));

        await IsFoundAsync(host, "writer-stands", "on order/stands, in \"nobody waits\"");
        go.Set();
        await IsOverAsync(host, "writer-stands");
    }

    [Test]
    public async Task A_queue_that_grows()
    {
        await using LiveHost host = await StartAsync(
            _ => SendResult.Sent(),
            touchpoints => touchpoints.Configure(options => options.BatchSize = 1)
        );
        using var stop = new CancellationTokenSource();
        WaitHandle stopped = stop.Token.WaitHandle;
        Parcels.Guards["order/slow"] = () => stopped.WaitOne(100);
        Task feed = FeedAsync(host, 20, stop.Token, "order/slow");

        await IsFoundAsync(host, "queue-grows", "submissions wait for the writer, and more with each look");
        await stop.CancelAsync();
        await feed;
        await IsOverAsync(host, "queue-grows");
    }

    private static TimeSpan Moment => TimeSpan.FromSeconds(1);

    private static async Task IsFoundAsync(LiveHost host, string code, string words)
    {
        await LiveHost.UntilAsync(() => LinesOf(host, "Warning 1250", code) > 0, $"{code} in the log", 10);
        HealthCheckResult health = await host.HealthAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(health.Status, Is.EqualTo(HealthStatus.Degraded));
            Assert.That(health.Description, Does.Contain(words));
            Assert.That((string[])health.Data["reasons"], Does.Contain(code));
            Assert.That(LinesOf(host, "Warning 1250", code), Is.EqualTo(1));
        }
    }

    private static async Task IsOverAsync(LiveHost host, string code)
    {
        await LiveHost.UntilAsync(() => LinesOf(host, "Information 1251", code) > 0, $"{code} is over", 20);
        object reasons = (await host.HealthAsync()).Data.GetValueOrDefault("reasons", Array.Empty<string>());
        Assert.That((string[])reasons, Does.Not.Contain(code));
    }

    private static int LinesOf(LiveHost host, string id, string code) =>
        host.Log.Lines.Count(line => line.StartsWith(id, StringComparison.Ordinal) && line.Contains($"({code})", StringComparison.Ordinal));

    private static IncomingEvent Placed(string order, TimeSpan ago = default) =>
        new()
        {
            Journey = JourneyId.Parse(order),
            Name = "order.placed",
            Id = "1",
            Customer = order.Replace('/', '-'),
            OccurredAt = TimeProvider.System.GetUtcNow() - ago,
        };

    private static async Task RaiseAsync(LiveHost host, string order, TimeSpan ago = default) =>
        await host.Touchpoints.RaiseAsync(Placed(order, ago));

    /// <summary>Raises without waiting for what came of it.</summary>
    private static async Task FeedAsync(LiveHost host, int milliseconds, CancellationToken stop, string order = "order/feed")
    {
        var raised = new List<Task>();
        for (int i = 0; !stop.IsCancellationRequested; i++)
        {
            raised.Add(host.Touchpoints.RaiseAsync(Placed($"{order}-{i}")));
            await Task.Delay(milliseconds, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(raised).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static Task<LiveHost> StartAsync(Func<OutgoingMessage, SendResult> answer, Action<TouchpointsBuilder>? more = null) =>
        StartAsync(new SlowSender(null, answer), more);

    private static Task<LiveHost> StartAsync(IChannelSender sender, Action<TouchpointsBuilder>? more = null) =>
        LiveHost.StartAsync<Parcels>(touchpoints =>
        {
            touchpoints.AddChannel("email", _ => sender, channel => channel.MaxConcurrency = 1);
            more?.Invoke(touchpoints);
        });

    private sealed class SlowSender(Task<SendResult>? all, Func<OutgoingMessage, SendResult>? each = null) : IChannelSender
    {
        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
            all ?? Task.FromResult(each!(message));
    }

    public sealed class Parcels() : Lifecycle("order", version: 1)
    {
        private static readonly State Recorded = new("recorded", says: "we have it");

        /// <summary>What the condition does, by the beginning of the journey's id.</summary>
        public static ConcurrentDictionary<string, Action> Guards { get; } = new();

        protected override void Define(LifecycleBuilder order)
        {
            order.OpensWith("order.placed").GoTo(Recorded);
            order
                .OnEntering(Recorded)
                .Send("order-recorded")
                .When(
                    "nobody waits",
                    situation =>
                    {
                        Guards.GetValueOrDefault(situation.Journey.ToString().Split('-')[0])?.Invoke();
                        return true;
                    }
                )
                .IfUnknown(UnknownPolicy.Hold);
        }
    }
}
