using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Sqlite.Tests.Engine;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Sqlite.Tests.Keeping;

/// <summary>
/// An older file is put in the place of the store's after a clean stop: the start says so, and sends nothing a second time.
/// </summary>
public sealed class RestoredStoreTests
{
    private static readonly TouchpointQuery InReview = new() { Statuses = new HashSet<TouchpointStatus> { TouchpointStatus.InReview } };

    [Test]
    public async Task A_start_on_an_older_file_says_from_when_to_when_and_sends_nothing_again()
    {
        using var folder = new StoreFolder();
        string backup = Path.Combine(folder.Path, "backup.db");
        await using (KeptHost first = await KeptHost.StartAsync(folder))
        {
            await first.PackAsync(10, "kept");
        }

        File.Copy(folder.Database, backup);
        await using (KeptHost second = await KeptHost.StartAsync(folder))
        {
            Assert.That((await second.HealthAsync()).Status, Is.EqualTo(HealthStatus.Healthy));
            await second.PackAsync(10, "lost");
        }

        DateTimeOffset latest = StoreMark.Read(folder.Database)!.Latest!.Value;
        File.Copy(backup, folder.Database, overwrite: true);
        await using KeptHost third = await KeptHost.StartAsync(folder);
        Assert.That(third.Running.Store.Setback!.Until, Is.EqualTo(latest));
        Assert.That(third.Running.Store.Setback.From, Is.LessThan(latest));
        Assert.That(third.Logged.Where(entry => entry.Id == 1216).Select(entry => entry.Words), Has.Exactly(1).Contains($"{latest:u}"));
        HealthCheckResult health = await third.HealthAsync();
        Assert.That((health.Status, health.Data["reason"]), Is.EqualTo((HealthStatus.Degraded, (object)"store-went-back")));
        Assert.That(health.Description, Does.Contain("went back").And.Contain($"{latest:u}"));

        // The host raises what the store has forgotten, as of when it happened.
        await third.Running.RaiseAsync(
            Enumerable
                .Range(0, 10)
                .Select(i => ParcelLifecycle.Fact("packed", "1", $"lost{i}", "ana") with { OccurredAt = latest.AddSeconds(-1) })
        );
        TouchpointView[] waiting = await InReviewAsync(third, 10);
        Assert.That(waiting.Select(touchpoint => touchpoint.Reason.Code), Is.All.EqualTo("store-went-back"));

        // What happens from now on is told as ever.
        await third.PackAsync(3, "new");
        Assert.That(third.Running.Channel.Attempts, Has.Count.EqualTo(3));

        // A person decides.
        await third.Running.Touchpoints.ReviewAsync(waiting[0].Id, ReviewDecision.Resend, "not in the server's log", "ben");
        await third.Running.Touchpoints.ReviewAsync(waiting[1].Id, ReviewDecision.Sent, "in the server's log", "ben");
        await Patience.UntilAsync(() => third.Running.Channel.Sent.Count == 4, () => "what was let go");
        Assert.That(third.Running.Channel.Sent.Last().MayBeRepeat, Is.True);
        Assert.That(await InReviewAsync(third, 8), Has.Length.EqualTo(8));
    }

    [Test]
    public async Task What_was_planned_or_being_sent_in_the_restored_state_goes_to_review()
    {
        using var folder = new StoreFolder();
        string backup = Path.Combine(folder.Path, "backup.db");
        await using (TouchpointsTestHost first = await StartAsync(folder))
        {
            await first.RaiseAsync(ParcelLifecycle.Fact("packed", "1", "timer", "ana"));
            Task raising = first.Touchpoints.RaiseAsync(ParcelLifecycle.Fact("packed", "1", "sending", "bob"));
            await first.Services.GetRequiredService<TouchpointsEngine>().StepAsync();
            await raising;

            // One is being sent, another is to come in a day.
            KeptHost.Backup(folder, backup);
            await first.AdvanceAsync(TimeSpan.FromDays(1.5));
            first.SentTo("ana").ShouldBe("parcel-packed", "parcel-waits");
            first.SentTo("bob").ShouldBe("parcel-packed", "parcel-waits");
        }

        File.Move(backup, folder.Database, overwrite: true);
        await using TouchpointsTestHost second = await StartAsync(folder, startAt: new(2026, 1, 6, 9, 30, 0, TimeSpan.Zero));
        await second.AdvanceAsync(TimeSpan.Zero);
        second.Sent.ShouldBe();
        string[] waiting = await InReviewAsync(second);
        Assert.That(waiting, Is.EqualTo((string[])["sending/parcel-packed", "timer/parcel-waits"]));

        await second.AdvanceAsync(TimeSpan.FromDays(1.1));
        Assert.That(
            second.Sent.Select(message => message.Touchpoint.Rule),
            Is.Not.Empty.And.All.EqualTo("parcel-waits"),
            "What is due later is told."
        );
    }

    [Test]
    public async Task By_an_option_it_goes_out_again_and_the_start_says_so_all_the_same()
    {
        using var folder = new StoreFolder();
        string backup = await RestoredAsync(folder);
        File.Move(backup, folder.Database, overwrite: true);
        await using KeptHost host = await KeptHost.StartAsync(
            folder,
            touchpoints => touchpoints.Configure(options => options.ReviewAfterRestore = false)
        );
        Assert.That(host.Logged.Select(entry => entry.Id), Does.Contain(1216));
        Assert.That((await host.HealthAsync()).Status, Is.EqualTo(HealthStatus.Degraded));
        await host.Running.RaiseAsync([ParcelLifecycle.Fact("packed", "1", "lost0", "ana")]);
        await Patience.UntilAsync(() => host.Running.Channel.Sent.Count == 1, () => "the message to go out again");
    }

    [Test]
    public async Task What_the_setback_holds_is_held_until_an_operator_resumes_it_also_across_starts()
    {
        using var folder = new StoreFolder();
        string backup = await RestoredAsync(folder);
        DateTimeOffset latest = StoreMark.Read(folder.Database)!.Latest!.Value;
        File.Move(backup, folder.Database, overwrite: true);
        await using (KeptHost first = await KeptHost.StartAsync(folder))
        {
            Assert.That(first.Running.Store.Setback, Is.Not.Null);
        }

        await using KeptHost host = await KeptHost.StartAsync(folder);
        Assert.That(host.Running.Store.Setback, Is.Null, "It is said once, and held on to.");
        Assert.That((await host.HealthAsync()).Data["paused"], Is.EqualTo((string[])["restored"]));
        ITouchpointSwitches switches = host.Running.Services.GetRequiredService<ITouchpointSwitches>();
        Assert.That(() => switches.DiscardAsync(SwitchScope.Restored, "no", "ben"), Throws.ArgumentException);
        await host.Running.RaiseAsync([ParcelLifecycle.Fact("packed", "1", "lost0", "ana") with { OccurredAt = latest }]);
        await InReviewAsync(host, 1);

        await switches.ResumeAsync(SwitchScope.Restored, "looked through", "ben");
        await host.Running.RaiseAsync([ParcelLifecycle.Fact("packed", "1", "lost1", "ana") with { OccurredAt = latest }]);
        await Patience.UntilAsync(() => host.Running.Channel.Sent.Count == 1, () => "what comes after the switch was resumed");
        Assert.That(
            (await host.HealthAsync()).Data["reasons"],
            Is.EqualTo((string[])["waits-for-person"]),
            "Nothing is wrong any more but what waits for somebody's word."
        );
    }

    [Test]
    public async Task Another_past_is_recognised_even_where_it_is_longer()
    {
        using var folder = new StoreFolder();
        string longer = Path.Combine(folder.Path, "longer.db");
        string shorter = Path.Combine(folder.Path, "shorter.db");
        await CommitAsync(folder, 0, 1);
        File.Copy(folder.Database, shorter);
        await CommitAsync(folder, 1, 9);
        File.Copy(folder.Database, longer);
        File.Copy(shorter, folder.Database, overwrite: true);
        Assert.That(await CommitAsync(folder, 20, 2), Is.Not.Null);
        File.Copy(longer, folder.Database, overwrite: true);
        Assert.That(await CommitAsync(folder, 30, 1), Is.Not.Null);
        Assert.That(await CommitAsync(folder, 40, 1), Is.Null);
    }

    [Test]
    public async Task A_mark_that_a_crash_left_behind_refuses_nothing_and_says_nothing()
    {
        using var folder = new StoreFolder();
        await CommitAsync(folder, 0, 1);
        byte[] behind = await File.ReadAllBytesAsync(StoreMark.PathOf(folder.Database));
        await CommitAsync(folder, 1, 9);
        foreach (byte[] mark in (byte[][])[behind, [], "{"u8.ToArray(), "null"u8.ToArray(), [0, 0, 0]])
        {
            await File.WriteAllBytesAsync(StoreMark.PathOf(folder.Database), mark);
            Assert.That(await CommitAsync(folder, 100 + mark.Length, 1), Is.Null);
        }

        File.Delete(StoreMark.PathOf(folder.Database));
        Assert.That(await CommitAsync(folder, 300, 1), Is.Null);
    }

    [Test]
    public async Task A_setback_that_nothing_was_committed_after_is_said_again()
    {
        using var folder = new StoreFolder();
        string backup = await RestoredAsync(folder);
        File.Move(backup, folder.Database, overwrite: true);
        for (int i = 0; i < 2; i++)
        {
            await using SqliteTouchpointStore store = await folder.OpenAsync();
            Assert.That(store.Setback, Is.Not.Null);
        }
    }

    [Test]
    public async Task A_file_that_is_gone_is_not_begun_anew_in_silence()
    {
        using var folder = new StoreFolder();
        await CommitAsync(folder, 0, 1);
        File.Delete(folder.Database);
        Assert.That(
            async () => await CommitAsync(folder, 1, 1),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("remove the mark")
        );
        File.Delete(StoreMark.PathOf(folder.Database));
        Assert.That(await CommitAsync(folder, 1, 1), Is.Null);
    }

    /// <summary>A past of ten parcels, of which the backup knows none.</summary>
    private static async Task<string> RestoredAsync(StoreFolder folder)
    {
        string backup = Path.Combine(folder.Path, "backup.db");
        await using (KeptHost first = await KeptHost.StartAsync(folder)) { }

        File.Copy(folder.Database, backup);
        await using KeptHost second = await KeptHost.StartAsync(folder);
        await second.PackAsync(10, "lost");
        return backup;
    }

    private static async Task<StoreSetback?> CommitAsync(StoreFolder folder, int first, int count)
    {
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        for (int i = first; i < first + count; i++)
        {
            BatchWrites writes = Some.Journeys($"order/{i}");
            await Some.CommitAsync(store, writes with { Journal = [writes.Journal[0] with { RecordedAt = Some.Noon.AddMinutes(i) }] });
        }

        return store.Setback;
    }

    private static async Task<TouchpointView[]> InReviewAsync(KeptHost host, int count)
    {
        TouchpointView[] found = [];
        await Patience.UntilAsync(
            async () =>
            {
                List<TouchpointView> read = [];
                await foreach (TouchpointView view in host.Running.Touchpoints.TouchpointsAsync(InReview))
                {
                    read.Add(view);
                }

                found = [.. read];
                return found.Length == count;
            },
            () => $"{count} in review, and not {found.Length}"
        );
        return found;
    }

    private static async Task<string[]> InReviewAsync(TouchpointsTestHost host)
    {
        List<string> found = [];
        await foreach (TouchpointView view in host.Touchpoints.TouchpointsAsync(InReview))
        {
            found.Add($"{view.Journey?.Key}/{view.Rule}");
        }

        return [.. found.Order()];
    }

    private static Task<TouchpointsTestHost> StartAsync(StoreFolder folder, DateTimeOffset? startAt = null) =>
        TouchpointsTestHost.StartAsync<ParcelLifecycle>(touchpoints => touchpoints.UseSqlite($"Data Source={folder.Database}"), startAt);
}
