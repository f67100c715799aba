using CustomerTouchpoints.PostgreSql.Tests.Proof;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests;

/// <summary>A commit whose answer never came is looked up: it is told as what it was, and as unknown only when nobody can say.</summary>
public sealed class OutcomeTests
{
    private static readonly BatchWrites Writes = new()
    {
        Customers = [.. Enumerable.Range(0, 50).Select(i => new CustomerRow($"customer-{i}", $$"""{"note":"{{new string('x', 40)}}"}"""))],
    };

    private static readonly BatchKeys Keys = new([], [], [.. Writes.Customers.Select(row => row.Id)]);

    [Test]
    public async Task A_commit_whose_answer_was_cut_was_one()
    {
        using var schema = new StoreSchema();
        using var line = new CommitCutter(SharedCluster.Server.Port);
        await using PostgreSqlTouchpointStore store = await OpenAsync(schema, line);
        for (int i = 0; i < 5; i++)
        {
            IStoreBatch batch = await store.BeginAsync(Keys, default);
            line.CutNextReply();
            await batch.CommitAsync(Writes, default);
            await batch.DisposeAsync();
        }

        Assert.That(line.Struck, Is.EqualTo(5));
        Assert.That(schema.Ask<long>("SELECT count(*) FROM customers"), Is.EqualTo(50));
    }

    [Test]
    public async Task A_commit_that_never_arrived_was_none_and_the_store_goes_on()
    {
        using var schema = new StoreSchema();
        using var line = new CommitCutter(SharedCluster.Server.Port);
        await using PostgreSqlTouchpointStore store = await OpenAsync(schema, line);
        IStoreBatch batch = await store.BeginAsync(Keys, default);
        line.CutNextRequest();
        Assert.That(
            async () => await batch.CommitAsync(Writes, default),
            Throws
                .TypeOf<StoreUnavailableException>()
                .With.Property(nameof(StoreUnavailableException.OutcomeUnknown))
                .False.And.Message.Contains("Nothing was stored")
        );
        await batch.DisposeAsync();
        Assert.That(schema.Ask<long>("SELECT count(*) FROM customers"), Is.Zero);
        batch = await store.BeginAsync(Keys, default);
        await batch.CommitAsync(Writes, default);
        await batch.DisposeAsync();
        Assert.That(schema.Ask<long>("SELECT count(*) FROM customers"), Is.EqualTo(50));
    }

    [Test]
    public async Task A_commit_that_nobody_can_tell_of_in_time_is_said_to_be_unknown()
    {
        using Cluster server = Cluster.Start();
        var schema = new StoreSchema(server);
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync(options => options.LockTimeout = TimeSpan.FromSeconds(1));
        IStoreBatch batch = await store.BeginAsync(Keys, default);
        server.StopAtOnce();
        Assert.That(
            async () => await batch.CommitAsync(Writes, default),
            Throws.TypeOf<StoreUnavailableException>().With.Property(nameof(StoreUnavailableException.OutcomeUnknown)).True
        );
        await batch.DisposeAsync();
    }

    [Test]
    public async Task A_number_that_a_promoted_standby_gave_to_another_transaction_proves_nothing()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        string another = schema.Ask<string>("INSERT INTO customers VALUES ('bo', 1, '{}'); SELECT pg_current_xact_id()::text");
        JournalRow entry = new()
        {
            Journey = new("order", "1"),
            Sequence = 1,
            RecordedAt = DateTimeOffset.UnixEpoch,
            OccurredAt = DateTimeOffset.UnixEpoch,
            Kind = "event",
            Name = "order.placed",
            Outcome = "Moved",
            Reason = "",
            Changes = "{}",
        };
        Assert.That(await store.FindOutAsync(another, null, 0), Is.True);
        Assert.That(await store.FindOutAsync(another, entry, 7), Is.False);
        Assert.That(await store.FindOutAsync("9000000000", null, 0), Is.False, "a number of the future");
    }

    private static Task<PostgreSqlTouchpointStore> OpenAsync(StoreSchema schema, CommitCutter line) =>
        schema.OpenAsync(options =>
            options.ConnectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Port = line.Port }.ConnectionString
        );
}
