using System.Diagnostics;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine.Hosting;

/// <summary>Host code that blocks its thread instead of awaiting: deadlines hold, others go on, and a stop ends.</summary>
[NonParallelizable]
public sealed class BlockingTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);

    [TestCase("at once")]
    [TestCase("after an await")]
    [TestCase("for ever")]
    public async Task A_sender_that_blocks_holds_up_its_own_messages_until_the_deadline_and_nobody_elses(string how)
    {
        using var blocks = new Blocking(how);
        await using LiveHost host = await StartAsync(touchpoints => touchpoints.AddChannel("email", _ => blocks));
        Task[] bad =
        [
            .. Enumerable.Range(0, 60).Select(i => host.Touchpoints.RaiseAsync(Fact("order.placed", "1", $"order/{i}", $"customer-{i}"))),
        ];
        await Task.WhenAll(bad).WaitAsync(TimeSpan.FromSeconds(10));
        await LiveHost.UntilAsync(() => blocks.Calls >= 16, "all slots are taken by calls that block");
        var watch = Stopwatch.StartNew();
        foreach (int i in Enumerable.Range(0, 60))
        {
            await host.Touchpoints.RaiseAsync(Fact("sms.wanted", "2", $"order/{i}")).WaitAsync(TimeSpan.FromSeconds(5));
        }

        await LiveHost.UntilAsync(() => host.Sent.Sent.Count >= 60, "the other channel goes on");
        Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(5), "as if nothing were");
        await LiveHost.UntilAsync(() => blocks.Calls >= 40, "deadlines free the slots");
        Assert.That(host.Log.Lines, Has.Some.StartsWith("Warning 1302 The sender of email threw TimeoutException"));
        Assert.That((await host.HealthAsync()).Status, Is.EqualTo(HealthStatus.Degraded));

        watch.Restart();
        await host.Built.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(10));
    }

    [Test]
    public async Task A_sender_whose_every_thread_is_blocked_counts_as_down_and_sends_again_once_they_are_back()
    {
        using var blocks = new Blocking("for ever");
        await using LiveHost host = await StartAsync(touchpoints =>
            touchpoints.AddChannel("email", _ => blocks).Configure(options => options.SendDeadline = TimeSpan.FromMilliseconds(100))
        );
        await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => host.Touchpoints.RaiseAsync(Fact("order.placed", "1", $"order/{i}", $"customer-{i}")))
        );
        await LiveHost.UntilAsync(() => host.Log.Lines.Any(line => line.StartsWith("Error 1305", StringComparison.Ordinal)), "1305");
        Assert.That(blocks.Calls, Is.LessThanOrEqualTo(64), "so many threads it may block");
    }

    [Test]
    public async Task A_directory_that_blocks_costs_its_deadline_and_events_go_on()
    {
        using var blocks = new BlockingDirectory();
        await using LiveHost host = await StartAsync(touchpoints => touchpoints.UseCustomers(blocks));
        var watch = Stopwatch.StartNew();
        RaiseResult[] results = await Task.WhenAll(
                Enumerable.Range(0, 300).Select(i => host.Touchpoints.RaiseAsync(Fact("order.placed", "1", $"order/{i}", $"customer-{i}")))
            )
            .WaitAsync(TimeSpan.FromSeconds(15));

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(RaiseOutcome.Moved));
        Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(8));
        await host.Built.StopAsync().WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Test]
    public async Task Lookups_templates_observers_and_escalations_that_block_hold_up_nobody()
    {
        using var blocks = new Blocking("for ever");
        await using LiveHost host = await StartAsync(touchpoints =>
            touchpoints.AddChannel("email", _ => new Doubting(blocks)).AddObserver(blocks)
        );
        await host.Touchpoints.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        foreach (int i in Enumerable.Range(0, 30))
        {
            await host.Touchpoints.RaiseAsync(Fact("sms.wanted", $"s{i}")).WaitAsync(TimeSpan.FromSeconds(5));
        }

        await LiveHost.UntilAsync(() => host.Sent.Sent.Count >= 30, "the other channel goes on");
        await LiveHost.UntilAsync(() => blocks.Calls >= 1, "the observer blocks");
        var watch = Stopwatch.StartNew();
        await host.Built.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(10));
    }

    private static Task<LiveHost> StartAsync(Action<TouchpointsBuilder> configure) =>
        LiveHost.StartAsync<Ordering>(touchpoints =>
        {
            touchpoints.Configure(options => options.SendDeadline = Deadline);
            configure(touchpoints);
        });

    public sealed class Ordering() : Lifecycle("order", version: 1)
    {
        private static readonly State Placed = new("placed", says: "we have it");

        protected override void Define(LifecycleBuilder order)
        {
            order.OpensWith("order.placed").GoTo(Placed);
            order.While(Placed).On("sms.wanted").Stay();
            order.OnEntering(Placed).Send("order-recorded").IfUnknown(CustomerTouchpoints.Touchpoints.UnknownPolicy.Hold);
            order.On("sms.wanted").Send("sms").By(Channel.Sms);
        }
    }

    private sealed class Blocking(string how) : IChannelSender, ITouchpointObserver, IDisposable
    {
        private readonly ManualResetEventSlim go = new();
        private int calls;

        public int Calls => Volatile.Read(ref calls);

        public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref calls);
            if (how == "after an await")
            {
                await Task.Yield();
            }

            Block();
            return SendResult.Sent();
        }

        public Task ObserveAsync(IReadOnlyList<TouchpointNotice> notices, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref calls);
            Block();
            return Task.CompletedTask;
        }

        public void Dispose() => go.Set();

        private void Block() => go.Wait(how == "for ever" ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(20));
    }

    private sealed class Doubting(Blocking blocks) : IChannelSender, IChannelLookup
    {
        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(SendResult.Uncertain("cut"));

        public Task<LookupResult> LookUpAsync(DoubtfulAttempt attempt, CancellationToken cancellationToken)
        {
            blocks.ObserveAsync([], cancellationToken);
            return Task.FromResult(LookupResult.Sent());
        }
    }

    private sealed class BlockingDirectory : ICustomerDirectory, IDisposable
    {
        private readonly ManualResetEventSlim go = new();

        public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
        {
            go.Wait(TimeSpan.FromMinutes(5), CancellationToken.None);
            return Task.FromResult<IReadOnlyCollection<Customer>>([]);
        }

        public void Dispose() => go.Set();
    }
}
