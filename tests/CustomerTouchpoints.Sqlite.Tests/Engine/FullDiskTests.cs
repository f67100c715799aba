using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests.Engine;

/// <summary>
/// A disk that is really full, under the whole engine: callers hear of it, nothing acknowledged is lost, and work goes on once there is
/// room.
/// </summary>
public sealed class FullDiskTests
{
    [Test]
    public async Task Callers_hear_that_the_disk_is_full_and_everything_goes_on_once_there_is_room()
    {
        using SmallDisk disk = SmallDisk.Mount(megabytes: 4);
        using var folder = new StoreFolder(disk.Path);
        var sender = new WaitingSender();
        await using RunningHost host = await RunningHost.StartAsync(
            folder,
            touchpoints => touchpoints.AddChannel("email", _ => sender, channel => channel.MaxConcurrency = 1)
        );
        await host.RaiseAsync(Enumerable.Range(1, 20).Select(i => ParcelLifecycle.Fact("packed", "1", $"{i}", "ana")));
        await sender.Begun;

        // Some of what is raised now still finds its place in the log; then nothing does.
        disk.Fill();
        StoreUnavailableException? refusal = null;
        var acknowledged = new List<string>();
        string refused = "";
        for (int i = 21; refusal is null; i++)
        {
            try
            {
                await host.Touchpoints.RaiseAsync(ParcelLifecycle.Fact("packed", "1", $"{i}", "ana"));
                acknowledged.Add($"{i}");
            }
            catch (StoreUnavailableException failure)
            {
                (refusal, refused) = (failure, $"{i}");
            }
        }

        Assert.That(refusal.Message, Does.Contain("no room left").And.Contain(folder.Database).And.Contain("Free some"));
        Assert.That(refusal.OutcomeUnknown, Is.False);
        Timeline full = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(full.Touchpoints, Has.Count.EqualTo(20 + acknowledged.Count), "Reading goes on, and what was acknowledged is there.");

        // What is being sent now ends, and its report finds no room.
        sender.Finish();
        await sender.Ended;
        Assert.That(
            async () => await host.Touchpoints.RaiseAsync(ParcelLifecycle.Fact("packed", "1", refused, "ana")),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("no room left")
        );
        disk.MakeRoom();

        Assert.That(
            (await RaiseAgainAsync(host, ParcelLifecycle.Fact("packed", "1", refused, "ana"))).Outcome,
            Is.EqualTo(RaiseOutcome.Moved)
        );
        Timeline after = await SettledAsync(host);
        Assert.That(after.Touchpoints, Has.Count.EqualTo(21 + acknowledged.Count));
        Assert.That(
            after.Touchpoints.Select(touchpoint => touchpoint.MayBeRepeated),
            Has.All.False,
            "The report was kept until there was room."
        );
        Assert.That(sender.Sent, Is.Unique.And.Exactly(21 + acknowledged.Count).Items);
    }

    [Test]
    public async Task The_log_does_not_grow_while_the_disk_is_full_nor_after_it_was()
    {
        using SmallDisk disk = SmallDisk.Mount(megabytes: 8);
        using var folder = new StoreFolder(disk.Path);
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        await Some.CommitAsync(store, Some.Journeys("order/before"));
        disk.Fill();
        BatchWrites large = Some.Journeys("order/1") with { Journal = [Some.Entry("order/1", 1, new string('x', 600_000))] };
        long log = new FileInfo(folder.Database + "-wal").Length;
        for (int attempt = 0; attempt < 5; attempt++)
        {
            Assert.That(
                async () => await Some.CommitAsync(store, large),
                Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("no room left")
            );
        }

        Assert.That(new FileInfo(folder.Database + "-wal").Length, Is.LessThan(log + 10_000));
        disk.MakeRoom();
        await Some.CommitAsync(store, large);
        Assert.That(await store.ReadJourneysAsync(["order/before", "order/1"], default), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_file_on_a_full_disk_is_not_opened_and_opens_whole_once_there_is_room()
    {
        using SmallDisk disk = SmallDisk.Mount(megabytes: 4);
        using var folder = new StoreFolder(disk.Path);
        await using (SqliteTouchpointStore store = await folder.OpenAsync())
        {
            await Some.CommitAsync(store, Some.Journeys("order/before"));
        }

        disk.Fill();
        await RefusedAsync(folder);
        disk.MakeRoom();
        await using SqliteTouchpointStore again = await folder.OpenAsync();
        Assert.That(await again.ReadJournalAsync("order/before", default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_new_file_on_a_full_disk_is_refused_and_is_made_once_there_is_room()
    {
        using SmallDisk disk = SmallDisk.Mount(megabytes: 2);
        using var folder = new StoreFolder(disk.Path);
        disk.Fill();
        await RefusedAsync(folder);
        disk.MakeRoom();
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        await Some.CommitAsync(store, Some.Journeys("order/1"));
    }

    [Test]
    public async Task A_migration_that_finds_no_room_leaves_the_file_as_it_was()
    {
        using SmallDisk disk = SmallDisk.Mount(megabytes: 2);
        using var folder = new StoreFolder(disk.Path);
        using (var connection = new SqliteConnection($"Data Source={folder.Database};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those of a file beside the tests.
            command.CommandText = MigrationTests.FirstRelease();
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        byte[] before = await File.ReadAllBytesAsync(folder.Database);
        disk.Fill();
        await RefusedAsync(folder);
        byte[] after = await File.ReadAllBytesAsync(folder.Database);
        Assert.That(after.AsSpan(100).SequenceEqual(before.AsSpan(100)), Is.True, "All but the header, which names the kind of log.");
        disk.MakeRoom();
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        Assert.That(await store.ReadJournalAsync("crate/7", default), Is.Not.Empty);
    }

    private static async Task RefusedAsync(StoreFolder folder)
    {
        await using SqliteTouchpointStore store = folder.Connect();
        Assert.That(
            async () => await store.OpenAsync(default),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("no room left").And.Message.Contains("Free some")
        );
    }

    /// <summary>
    /// As a host does: with the same id, until it is acknowledged. The writer pauses for a moment after a failure, and has the report to
    /// write first.
    /// </summary>
    private static async Task<RaiseResult> RaiseAgainAsync(RunningHost host, IncomingEvent fact)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await host.Touchpoints.RaiseAsync(fact);
            }
            catch (StoreUnavailableException) when (attempt < 20) { }
        }
    }

    private static async Task<Timeline> SettledAsync(RunningHost host)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Timeline timeline;
        do
        {
            timeline = await host.Touchpoints.TimelineAsync("ana", patience.Token);
        } while (timeline.Touchpoints.Any(touchpoint => touchpoint.Status != TouchpointStatus.Sent));
        return timeline;
    }

    /// <summary>Its first message waits until the test lets it go.</summary>
    private sealed class WaitingSender : IChannelSender
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource finish = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;

        public Task Ended => ended.Task;

        public List<string> Sent { get; } = [];

        public void Finish() => finish.SetResult();

        public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            Sent.Add(message.MessageId);
            begun.TrySetResult();
            await finish.Task.WaitAsync(cancellationToken);
            ended.TrySetResult();
            return SendResult.Sent();
        }
    }
}
