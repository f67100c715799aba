using SQLitePCL;

namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>Callers share commits on a real file, and each gets its own result.</summary>
public sealed class SharedCommitTests
{
    [Test]
    public async Task Sixty_four_concurrent_callers_make_fewer_than_sixteen_commits()
    {
        using var folder = new StoreFolder();
        await using RunningHost host = await RunningHost.StartAsync(folder);
        await host.RaiseAsync([ParcelLifecycle.Fact("packed", "1", "warm-up", "ana")]);
        int commits = 0;
        raw.sqlite3_commit_hook(
            host.Store.Writer,
            _ =>
            {
                commits++;
                return 0;
            },
            null
        );

        RaiseResult[] results = await host.RaiseAsync(
            Enumerable.Range(0, 64).Select(i => ParcelLifecycle.Fact("packed", "1", $"{i}", $"customer-{i}"))
        );
        int counted = Volatile.Read(ref commits);

        TestContext.Out.WriteLine($"64 concurrent raises: {counted} commits");
        Assert.That(counted, Is.InRange(1, 15));
        Assert.That(
            results.Select(result => (result.Outcome, result.Journey.Key)),
            Is.EqualTo(Enumerable.Range(0, 64).Select(i => (RaiseOutcome.Moved, $"{i}")))
        );
    }

    [Test]
    public async Task What_was_acknowledged_is_there_after_a_restart_and_nothing_is_told_twice()
    {
        using var folder = new StoreFolder();
        await using (RunningHost host = await RunningHost.StartAsync(folder))
        {
            await host.RaiseAsync(Enumerable.Range(0, 20).Select(i => ParcelLifecycle.Fact("packed", "1", $"{i}", "ana")));
            await Sent(host, 20);
        }

        await using RunningHost again = await RunningHost.StartAsync(folder);
        RaiseResult[] repeated = await again.RaiseAsync(
            Enumerable.Range(0, 20).Select(i => ParcelLifecycle.Fact("packed", "1", $"{i}", "ana"))
        );
        await again.RaiseAsync([ParcelLifecycle.Fact("shipped", "2", "7", "ana")]);
        await Sent(again, 1);

        Assert.That(repeated.Select(result => result.Outcome), Has.All.EqualTo(RaiseOutcome.Duplicate));
        Assert.That(
            again.Channel.Attempts.Select(message => message.Touchpoint.ToString()),
            Is.EqualTo(["parcel/7~parcel-shipped~1~customer~email"])
        );
    }

    /// <summary>Waits until the store says that so many messages were sent: read by the timeline, as a person would.</summary>
    private static async Task Sent(RunningHost host, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (
            host.Channel.Sent.Count < count
            || (await host.Touchpoints.TimelineAsync("ana", patience.Token)).Touchpoints.Any(touchpoint =>
                touchpoint.Status != CustomerTouchpoints.Touchpoints.TouchpointStatus.Sent
            )
        )
        {
            await Task.Yield();
        }
    }
}
