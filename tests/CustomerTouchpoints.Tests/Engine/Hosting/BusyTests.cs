using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine.Hosting;

/// <summary>What is raised faster than it can be committed waits or is refused, within a bound.</summary>
[NonParallelizable]
public sealed class BusyTests
{
    private const int Many = 100_000;

    [Test]
    public async Task A_hundred_thousand_events_that_nobody_awaits_stay_within_a_bound_and_are_all_taken()
    {
        await using LiveHost host = await LiveHost.StartAsync<Quiet>();
        ICustomerTouchpoints touchpoints = host.Touchpoints;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Task<RaiseResult>[] raising = new Task<RaiseResult>[Many];
        for (int i = 0; i < Many; i++)
        {
            raising[i] = touchpoints.RaiseAsync(Fact("order.placed", $"{i}", $"order/{i % 100}", "ana"));
        }

        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        await TestContext.Out.WriteLineAsync($"{held >> 20} MiB while {raising.Count(raise => !raise.IsCompleted)} wait");
        RaiseResult[] results = await Task.WhenAll(raising).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.That(results.Select(result => result.Outcome), Has.None.EqualTo(RaiseOutcome.Faulted));
        Assert.That(held >> 20, Is.LessThan(400));
    }

    [Test]
    public async Task Who_would_rather_be_refused_is_and_may_raise_again()
    {
        using var go = new ManualResetEventSlim();
        EndingTests.Stuck.Go = go;
        await using LiveHost host = await LiveHost.StartAsync<EndingTests.Stuck>(touchpoints =>
            touchpoints.Configure(options =>
            {
                options.MaxPendingBytes = 1 << 20;
                options.WhenBusy = BusyPolicy.Refuse;
            })
        );
        Task<RaiseResult>[] raising =
        [
            .. Enumerable.Range(0, 500).Select(i => host.Touchpoints.RaiseAsync(Fact("order.placed", "1", $"order/{i}", $"customer-{i}"))),
        ];
        await LiveHost.UntilAsync(() => raising.Any(raise => raise.IsFaulted), "a refusal");
        Task<RaiseResult>[] refused = [.. raising.Where(raise => raise.IsFaulted)];
        Assert.That(refused, Has.Length.InRange(300, 400));
        Assert.That(refused.Select(raise => raise.Exception!.InnerException), Has.All.TypeOf<TouchpointsBusyException>());

        go.Set();
        await Task.WhenAll(raising.Except(refused)).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(
            (await host.Touchpoints.RaiseAsync(Fact("order.placed", "1", "order/499", "customer-499"))).Outcome,
            Is.EqualTo(RaiseOutcome.Moved)
        );
    }

    [Test]
    public async Task Large_data_count_for_what_they_are_and_what_waits_goes_in_order()
    {
        using var go = new ManualResetEventSlim();
        EndingTests.Stuck.Go = go;
        await using LiveHost host = await LiveHost.StartAsync<EndingTests.Stuck>(touchpoints =>
            touchpoints.Configure(options => options.MaxPendingBytes = 1 << 20)
        );
        string data = $$"""{"text":"{{new string('x', 200_000)}}"}""";
        Task<RaiseResult>[] raising =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(i => host.Touchpoints.RaiseAsync(Fact("order.placed", "1", $"order/{i}", $"customer-{i}", data: data))),
        ];
        await LiveHost.UntilAsync(() => raising.Any(raise => raise.IsFaulted), "a refusal of what may not even wait");
        int refused = raising.Count(raise => raise.IsFaulted);
        Assert.That(refused, Is.InRange(30, 45));
        Assert.That(raising[..20], Has.None.Matches<Task>(raise => raise.IsFaulted), "the first have a place");

        go.Set();
        await Task.WhenAll(raising.Where(raise => !raise.IsFaulted)).WaitAsync(TimeSpan.FromSeconds(20));
    }

    public sealed class Quiet() : Lifecycle("order", version: 1)
    {
        private static readonly State Placed = new("placed", says: "we have it");

        protected override void Define(LifecycleBuilder order)
        {
            order.OpensWith("order.placed").GoTo(Placed);
            order.OnEntering(Placed).Send("order-recorded");
        }
    }
}
