using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing.Contracts;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite.Tests;

public sealed class SqliteTouchpointStoreTests
{
    private static IReadOnlyList<ContractCase> Promises =>
        [
            .. TouchpointStoreContract.Cases(StoreFolder.Location),
            .. TouchpointStoreContract.IntakeCases(StoreFolder.Location, writersAtOnce: false),
            .. TouchpointStoreContract.RetentionCases(StoreFolder.Location, PruneAsync),
        ];

    [TestCaseSource(nameof(Promises))]
    public Task Keeps_the_promise(ContractCase promise) => promise.RunAsync();

    [Test]
    public async Task A_batch_is_one_commit_and_reading_is_none()
    {
        using var folder = new StoreFolder();
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        int commits = 0;
        raw.sqlite3_commit_hook(
            store.Writer,
            _ =>
            {
                commits++;
                return 0;
            },
            null
        );
        await Some.CommitAsync(store, Some.Journeys("order/1", "order/2", "order/3"));
        await store.ReadHighWaterMarkAsync(default);
        Assert.That(commits, Is.EqualTo(1));
    }

    [Test]
    public async Task There_is_work_once_something_is_due_or_waits_in_the_intake_and_not_before()
    {
        using var folder = new StoreFolder();
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        Assert.That(store.MayHaveWork(DateTimeOffset.MaxValue), Is.False);
        await Some.CommitAsync(store, Some.Journeys("order/1"));
        DateTimeOffset due = Some.Journey("order/1", 1).DueAt!.Value;
        Assert.That(store.MayHaveWork(due.AddMicroseconds(-1)), Is.False);
        Assert.That(store.MayHaveWork(due), Is.True);

        await using var host = new SqliteConnection($"Data Source={folder.Database}");
        await host.OpenAsync();
        await RunAsync(
            "INSERT INTO touchpoints_intake (lifecycle, key, name, event_id, occurred_at, enlisted_at, parties, data, set_aside) VALUES "
                + "('order', '2', 'order.placed', 'e1', 0, 0, '{}', '{}', 'it is broken')"
        );
        Assert.That(store.MayHaveWork(DateTimeOffset.MinValue), Is.False);
        await RunAsync("UPDATE touchpoints_intake SET set_aside = NULL");
        Assert.That(store.MayHaveWork(DateTimeOffset.MinValue), Is.True);

        async Task RunAsync(string sql)
        {
            await using SqliteCommand command = host.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    [TestCase(SqliteSynchronous.Full, 2)]
    [TestCase(SqliteSynchronous.Normal, 1)]
    public async Task Commits_wait_for_the_disk_as_the_options_say(SqliteSynchronous synchronous, long level)
    {
        using var folder = new StoreFolder();
        await using SqliteTouchpointStore store = folder.Connect(options => options.Synchronous = synchronous);
        await store.OpenAsync(default);
        Assert.That(Some.Number(store.Writer, "PRAGMA synchronous"), Is.EqualTo(level));
    }

    [Test]
    public async Task A_commit_that_turns_into_a_rollback_leaves_nothing()
    {
        using var folder = new StoreFolder();
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        raw.sqlite3_commit_hook(store.Writer, _ => 1, null);
        Assert.That(async () => await Some.CommitAsync(store, Some.Journeys("order/1")), Throws.InvalidOperationException);
        raw.sqlite3_commit_hook(store.Writer, null, null);
        Assert.That(await store.ReadJourneysAsync(["order/1"], default), Is.Empty);
        await Some.CommitAsync(store, Some.Journeys("order/1"));
        Assert.That(await store.ReadJourneysAsync(["order/1"], default), Has.Count.EqualTo(1));
    }

    [TestCase(raw.SQLITE_IOERR, true, true)]
    [TestCase(raw.SQLITE_IOERR, false, false)]
    [TestCase(raw.SQLITE_FULL, true, false)]
    public void Only_an_error_of_the_disk_during_the_commit_leaves_its_outcome_unknown(int error, bool committing, bool unknown)
    {
        Exception explained = new StoreFaults("touchpoints.db", TimeSpan.Zero).Explain(new SqliteException("an error", error), committing);
        Assert.That(
            explained,
            Is.TypeOf<StoreUnavailableException>().With.Property(nameof(StoreUnavailableException.OutcomeUnknown)).EqualTo(unknown)
        );
    }

    [Test]
    public async Task A_store_that_is_not_open_refuses_every_call()
    {
        using var folder = new StoreFolder();
        await using SqliteTouchpointStore store = folder.Connect();
        Assert.That(
            async () => await store.ReadHighWaterMarkAsync(default),
            Throws.InvalidOperationException.With.Message.Contains("OpenAsync")
        );
        Assert.That(async () => await store.BeginAsync(new BatchKeys([], [], []), default), Throws.InvalidOperationException);
    }

    private static Task PruneAsync(ITouchpointStore store, CancellationToken cancellationToken) =>
        ((SqliteTouchpointStore)store).Upkeep.PruneAsync(TimeSpan.Zero, cancellationToken);
}
