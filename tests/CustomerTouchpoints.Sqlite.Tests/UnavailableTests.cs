using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite.Tests;

public sealed class UnavailableTests
{
    [Test]
    public async Task A_full_disk_takes_nothing_of_the_batch_and_the_store_goes_on_when_there_is_room()
    {
        using var folder = new StoreFolder();
        await using SqliteTouchpointStore store = await folder.OpenAsync();
        await Some.CommitAsync(store, Some.Journeys("order/before"));
        long pages = Some.Number(store.Writer, "PRAGMA page_count");
        Assert.That(Some.Number(store.Writer, $"PRAGMA max_page_count = {pages + 3}"), Is.EqualTo(pages + 3));
        BatchWrites large = Some.Journeys("order/1", "order/2") with
        {
            Journal = [Some.Entry("order/1", 1), Some.Entry("order/2", 1, new string('x', 100_000))],
        };

        for (int attempt = 0; attempt < 2; attempt++)
        {
            Assert.That(
                async () => await Some.CommitAsync(store, large),
                Throws
                    .TypeOf<StoreUnavailableException>()
                    .With.Message.Contains(folder.Database)
                    .And.Message.Contains("Free some")
                    .And.Property(nameof(StoreUnavailableException.OutcomeUnknown))
                    .False.And.InnerException.TypeOf<SqliteException>()
            );
            Assert.That(await store.ReadJourneysAsync(["order/before", "order/1", "order/2"], default), Has.Count.EqualTo(1));
            Assert.That(await store.ReadJournalAsync("order/1", default), Is.Empty);
        }

        Some.Number(store.Writer, $"PRAGMA max_page_count = {pages + 1000}");
        await Some.CommitAsync(store, large);
        Assert.That((await store.ReadJournalAsync("order/2", default))[0].Data, Has.Length.EqualTo(100_000));
    }

    [Test]
    public async Task A_batch_waits_for_the_hosts_own_transaction()
    {
        using var folder = new StoreFolder();
        var time = new SteppingTime();
        await using SqliteTouchpointStore store = folder.Connect(time: time);
        await store.OpenAsync(default);
        using SqliteConnection host = Connection(folder);
        using SqliteTransaction transaction = host.BeginTransaction(deferred: false);
        time.OnDelay = () =>
        {
            if (time.Passed > TimeSpan.FromSeconds(2) && transaction.Connection is not null)
            {
                transaction.Commit();
            }
        };
        await Some.CommitAsync(store, Some.Journeys("order/1"));
        Assert.That(time.Passed, Is.InRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)));
    }

    [Test]
    public async Task A_transaction_that_the_host_does_not_end_is_named_as_the_cause()
    {
        using var folder = new StoreFolder();
        var time = new SteppingTime();
        await using SqliteTouchpointStore store = folder.Connect(time: time);
        await store.OpenAsync(default);
        using (SqliteConnection host = Connection(folder))
        using (host.BeginTransaction(deferred: false))
        {
            Assert.That(
                async () => await Some.CommitAsync(store, Some.Journeys("order/1")),
                Throws
                    .TypeOf<StoreUnavailableException>()
                    .With.Message.Contains("a transaction that this host has open")
                    .And.Message.Contains("EnlistAsync")
                    .And.Message.Contains("commit or roll back before")
            );
            Assert.That(time.Passed, Is.InRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6)));
            Assert.That(await store.ReadJourneysAsync(["order/1"], default), Is.Empty, "Reading goes on.");
        }

        await Some.CommitAsync(store, Some.Journeys("order/1"));
        Assert.That(await store.ReadJourneysAsync(["order/1"], default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Waiting_for_the_hosts_transaction_can_be_given_up()
    {
        using var folder = new StoreFolder();
        using var impatience = new CancellationTokenSource();
        var time = new SteppingTime();
        await using SqliteTouchpointStore store = folder.Connect(time: time);
        await store.OpenAsync(default);
        time.OnDelay = impatience.Cancel;
        using SqliteConnection host = Connection(folder);
        using SqliteTransaction transaction = host.BeginTransaction(deferred: false);
        Assert.That(
            async () => await store.BeginAsync(new BatchKeys([], [], []), impatience.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }

    private static SqliteConnection Connection(StoreFolder folder)
    {
        var connection = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        connection.Open();
        return connection;
    }
}
