using System.Diagnostics;
using CustomerTouchpoints.PostgreSql.Migrations;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Hosts;

/// <summary>Nothing waits for ever: not a start for a migration, not a batch for a row, not a beat for a line that is dead.</summary>
public sealed class TimeoutTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    [Test]
    public async Task A_start_waits_for_another_hosts_migration_as_long_as_the_lock_timeout_says()
    {
        using var schema = new StoreSchema();
        await (await schema.OpenAsync()).DisposeAsync();
        await using NpgsqlConnection other = await HoldAsync(
            schema,
            $"SELECT pg_advisory_xact_lock(hashtextextended('{schema.Name} migrations', 0))"
        );
        await RefusedInTimeAsync(
            async () => await schema.OpenAsync(options => options.LockTimeout = Short),
            "another host brings it forward"
        );
        Assert.That(schema.Ask<long>("SELECT count(*) FROM hosts"), Is.Zero);
        await other.DisposeAsync();
        await (await schema.OpenAsync()).DisposeAsync();
    }

    [Test]
    public async Task A_step_waits_for_tables_that_somebody_reads_as_long_as_the_lock_timeout_says_and_changes_nothing()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore running = await schema.OpenAsync();
        await using NpgsqlConnection reader = await HoldAsync(schema, $"SELECT count(*) FROM {schema.Name}.journeys");
        await using var database = new Database(schema.Options(options => options.LockTimeout = Short));
        await using NpgsqlConnection connection = await database.OpenLifeAsync(default);
        Script step = new(Schema.Newest + 1, "expand.sql", 1, "ALTER TABLE journeys ADD COLUMN note text");
        Task migrating = Schema.MigrateAsync(connection, schema.Name, mayChange: true, [.. Script.All, step], default);
        await RefusedInTimeAsync(() => migrating, "tables are locked");
        Assert.That(schema.Ask<int>("SELECT max(version) FROM schema_version"), Is.EqualTo(Schema.Newest));

        // The host that was there has waited behind it, and goes on.
        await (await running.BeginAsync(new BatchKeys([new JourneyId("order", "1")], [], []), default)).DisposeAsync();
    }

    [Test]
    public async Task A_batch_waits_for_rows_of_another_host_as_long_as_the_lock_timeout_says_and_then_works_again()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore one = await schema.OpenAsync();
        await using PostgreSqlTouchpointStore two = await schema.OpenAsync(options => options.LockTimeout = Short);
        var keys = new BatchKeys([new JourneyId("order", "1")], [], []);
        IStoreBatch held = await one.BeginAsync(keys, default);
        await RefusedInTimeAsync(async () => await two.BeginAsync(keys, default), "locked by another host for longer than LockTimeout");
        await held.DisposeAsync();
        await (await two.BeginAsync(keys, default)).DisposeAsync();
    }

    [Test]
    public async Task A_beat_on_a_dead_line_gives_up_in_time_for_the_lease()
    {
        using var schema = new StoreSchema();
        using var line = new StallingLine(SharedCluster.Server.Port);
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync(options =>
        {
            options.Lease = TimeSpan.FromSeconds(6);
            options.ConnectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Port = line.Port }.ConnectionString;
        });
        const string Left = "SELECT coalesce(min(extract(epoch FROM lease_until - clock_timestamp()))::float8, -1) FROM hosts";
        double least = double.MaxValue;
        long start = Stopwatch.GetTimestamp();
        line.Stall();
        await Patience.UntilAsync(
            () =>
            {
                least = Math.Min(least, schema.Ask<double>(Left));
                return Stopwatch.GetElapsedTime(start).TotalSeconds > 7;
            },
            () => "a lease and a second"
        );
        Assert.That(least, Is.Positive, "the lease never passed");
        Assert.That(store.MayBegin(1), Is.True);
    }

    [Test]
    public async Task A_host_that_is_frozen_in_a_batch_holds_its_rows_for_half_a_lease()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore one = await schema.OpenAsync(options => options.Lease = TimeSpan.FromSeconds(2));
        await using PostgreSqlTouchpointStore two = await schema.OpenAsync();
        var keys = new BatchKeys([new JourneyId("order", "1")], [], []);
        IStoreBatch frozen = await one.BeginAsync(keys, default);
        long start = Stopwatch.GetTimestamp();
        await (await two.BeginAsync(keys, default)).DisposeAsync();
        Assert.That(Stopwatch.GetElapsedTime(start).TotalSeconds, Is.LessThan(5));
        Assert.That(
            async () =>
                await frozen.CommitAsync(new BatchWrites { Tallies = [new TallyRow("email", DateTimeOffset.UnixEpoch, 1)] }, default),
            Throws.TypeOf<StoreUnavailableException>()
        );
        await frozen.DisposeAsync();
        Assert.That(schema.Ask<long>("SELECT count(*) FROM tallies"), Is.Zero);
    }

    private static async Task RefusedInTimeAsync(Func<Task> act, string words)
    {
        long start = Stopwatch.GetTimestamp();
        string? refusal = null;
        try
        {
            await act();
        }
        catch (StoreUnavailableException refused)
        {
            refusal = refused.Message;
        }

        Assert.That(refusal, Does.Contain(words));
        Assert.That(Stopwatch.GetElapsedTime(start).TotalSeconds, Is.InRange(0.8, 5));
    }

    /// <summary>Somebody's transaction, which stays open until the connection is disposed.</summary>
    private static async Task<NpgsqlConnection> HoldAsync(StoreSchema schema, string sql)
    {
        NpgsqlConnection connection = schema.ConnectHost();
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"BEGIN; {sql}", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
