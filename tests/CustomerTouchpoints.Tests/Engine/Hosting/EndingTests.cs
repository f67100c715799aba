using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;
using OrderLifecycle = CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine.Hosting;

/// <summary>However a host ends, it ends soon, and whoever waits hears.</summary>
[NonParallelizable]
public sealed class EndingTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_host_that_is_disposed_without_a_stop_leaves_no_caller_waiting(bool asynchronously)
    {
        LiveHost host = await LiveHost.StartAsync<OrderLifecycle>();
        ICustomerTouchpoints touchpoints = host.Touchpoints;
        Task<RaiseResult>[] raising =
        [
            .. Enumerable.Range(0, 2_000).Select(i => touchpoints.RaiseAsync(Fact("order.placed", "1", $"order/{i}", $"customer-{i}"))),
        ];
        var watch = Stopwatch.StartNew();
        if (asynchronously)
        {
            await ((IAsyncDisposable)host.Built).DisposeAsync();
        }
        else
        {
            host.Built.Dispose();
        }

        Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(5));
        Task all = Task.WhenAll(raising).WaitAsync(TimeSpan.FromSeconds(5));
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.That(raising.Count(raise => !raise.IsCompleted), Is.Zero, "callers still wait");
        foreach (Task<RaiseResult> raise in raising.Where(raise => raise.IsFaulted))
        {
            Assert.That(raise.Exception!.InnerException, Is.InstanceOf<InvalidOperationException>(), "a clear error");
        }

        int lines = host.Log.Lines.Count;
        await Task.Delay(1_500);
        Assert.That(host.Log.Lines, Has.Count.EqualTo(lines), "loops go on");
        Assert.That(
            () => touchpoints.RaiseAsync(Fact("order.placed", "1", "order/x", "ana")).WaitAsync(TimeSpan.FromSeconds(2)),
            Throws.TypeOf<ObjectDisposedException>()
        );
    }

    [Test]
    public async Task A_host_that_was_never_started_leaves_no_caller_waiting_when_it_is_disposed()
    {
        LiveHost host = LiveHost.Make<OrderLifecycle>();
        Task<RaiseResult> raising = host.Touchpoints.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await Task.Delay(100);
        await ((IAsyncDisposable)host.Built).DisposeAsync();

        Assert.That(() => raising.WaitAsync(TimeSpan.FromSeconds(2)), Throws.InstanceOf<InvalidOperationException>());
    }

    [Test]
    public async Task Starting_twice_and_starting_again_are_refused_in_words()
    {
        await using LiveHost host = await LiveHost.StartAsync<OrderLifecycle>();
        IHostedLifecycleService worker = host.Built.Services.GetServices<IHostedService>().OfType<IHostedLifecycleService>().Single();
        Assert.That(
            () => worker.StartingAsync(default),
            Throws.InvalidOperationException.With.Message.Contains("runs already: this host was started before")
        );
        await host.Built.StopAsync();
        await host.Built.StopAsync();
        Assert.That(() => worker.StartingAsync(default), Throws.InvalidOperationException.With.Message.Contains("Build another host"));
        Assert.That(
            () => host.Touchpoints.RaiseAsync(Fact("order.placed", "1", customer: "ana")).WaitAsync(TimeSpan.FromSeconds(2)),
            Throws.InvalidOperationException.With.Message.Contains("stopp")
        );
    }

    [Test]
    public async Task A_stop_ends_while_a_guard_never_does()
    {
        using var go = new ManualResetEventSlim();
        Stuck.Go = go;
        await using LiveHost host = await LiveHost.StartAsync<Stuck>(touchpoints =>
            touchpoints.Configure(options => options.SendDeadline = TimeSpan.FromSeconds(1))
        );
        Task<RaiseResult> stuck = host.Touchpoints.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        Task<RaiseResult> behind = host.Touchpoints.RaiseAsync(Fact("order.placed", "1", "order/2", customer: "ben"));
        await Task.Delay(200);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await host.Built.StopAsync(patience.Token).WaitAsync(TimeSpan.FromSeconds(15));

        Assert.That(() => Task.WhenAll(stuck, behind).WaitAsync(TimeSpan.FromSeconds(2)), Throws.InvalidOperationException);
        Assert.That(host.Log.Lines, Has.Some.StartsWith("Warning 1215"));
        go.Set();
    }

    public sealed class Stuck() : Lifecycle("order", version: 1)
    {
        private static readonly State Placed = new("placed", says: "we have it");

        public static ManualResetEventSlim Go { get; set; } = null!;

        protected override void Define(LifecycleBuilder order)
        {
            order.OpensWith("order.placed").GoTo(Placed);
            order.OnEntering(Placed).Send("order-recorded").When("the desk says so", _ => Go.Wait(TimeSpan.FromMinutes(1)));
        }
    }
}
