using CustomerTouchpoints.PostgreSql.Host;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>Facts that are committed with a host's own data, on a schema that hosts share.</summary>
public sealed class EnlistTests
{
    [Test]
    public async Task A_fact_that_was_committed_is_taken_once_by_either_host_and_one_that_was_rolled_back_by_none()
    {
        using var schema = new StoreSchema();
        await using SharedHost one = await SharedHost.StartAsync(schema);
        await using SharedHost two = await SharedHost.StartAsync(schema);
        await using NpgsqlConnection connection = schema.ConnectHost();
        await connection.OpenAsync();
        for (int i = 0; i < 40; i++)
        {
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
            await (i % 2 == 0 ? one : two).Touchpoints.EnlistAsync(ParcelLifecycle.Fact("packed", $"{i}", "ana"), transaction);
            await (i % 4 == 3 ? transaction.RollbackAsync() : transaction.CommitAsync());
        }

        int Sent() => one.Channel.Attempts.Count + two.Channel.Attempts.Count;
        await Patience.UntilAsync(() => Sent() == 30, () => $"30 messages; there are {Sent()}");
        await Patience.UntilAsync(
            () => schema.Ask<long>("SELECT count(*) FROM touchpoints WHERE status <> 'Sent'") == 0,
            () => "every outcome"
        );
        Assert.That(Sent(), Is.EqualTo(30));
        Assert.That(schema.Ask<long>("SELECT count(*) FROM intake"), Is.Zero);
        Assert.That(schema.Ask<long>("SELECT count(*) FROM journeys"), Is.EqualTo(30));
        Assert.That(schema.Ask<long>("SELECT count(*) FROM journal WHERE kind = 'event'"), Is.EqualTo(30), "each fact was journaled once");
    }

    [Test]
    public async Task A_transaction_on_another_database_is_refused()
    {
        using var schema = new StoreSchema();
        await using SharedHost host = await SharedHost.StartAsync(schema);
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(schema.Options().ConnectionString) { Database = "template1" }.ConnectionString
        );
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        Assert.That(
            async () => await host.Touchpoints.EnlistAsync(ParcelLifecycle.Fact("packed", "1", "ana"), transaction),
            Throws.ArgumentException.With.Message.Contains("template1")
        );
    }

    [Test]
    public async Task A_transaction_on_a_database_of_the_same_name_on_another_server_is_refused()
    {
        using var schema = new StoreSchema();
        using Cluster elsewhere = Cluster.Start();
        await using SharedHost host = await SharedHost.StartAsync(schema);
        await using var connection = new NpgsqlConnection(elsewhere.ConnectionString);
        await connection.OpenAsync();
        await using (NpgsqlTransaction transaction = await connection.BeginTransactionAsync())
        {
            Assert.That(
                async () => await host.Touchpoints.EnlistAsync(ParcelLifecycle.Fact("packed", "1", "ana"), transaction),
                Throws
                    .ArgumentException.With.Message.Contains($"127.0.0.1:{elsewhere.Port}")
                    .And.Message.Contains($"127.0.0.1:{SharedCluster.Server.Port}")
                    .And.Message.Contains("the same server")
            );
        }

        // The server has other names too.
        await using var named = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(schema.Options().ConnectionString) { Host = SharedCluster.Server.Folder }.ConnectionString
        );
        await named.OpenAsync();
        await using NpgsqlTransaction own = await named.BeginTransactionAsync();
        await host.Touchpoints.EnlistAsync(ParcelLifecycle.Fact("packed", "2", "ana"), own);
        await own.CommitAsync();
        await Patience.UntilAsync(() => host.Channel.Attempts.Count == 1, () => "the message");
    }

    [Test]
    public async Task A_fact_that_was_taken_from_the_intake_is_known_when_it_is_raised_or_enlisted_again()
    {
        using var schema = new StoreSchema();
        await using SharedHost host = await SharedHost.StartAsync(schema);
        await using NpgsqlConnection connection = schema.ConnectHost();
        await connection.OpenAsync();
        for (int i = 0; i < 2; i++)
        {
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
            await host.Touchpoints.EnlistAsync(ParcelLifecycle.Fact("packed", "1", "ana"), transaction);
            await transaction.CommitAsync();
            await Patience.UntilAsync(() => schema.Ask<long>("SELECT count(*) FROM intake") == 0, () => "the intake to be empty");
            Assert.That((await host.RaiseAsync("packed", "1")).Outcome, Is.EqualTo(RaiseOutcome.Duplicate));
        }

        await Patience.UntilAsync(() => host.Channel.Attempts.Count > 0, () => "the message");
        Assert.That(schema.Ask<long>("SELECT count(*) FROM journal WHERE kind = 'event'"), Is.EqualTo(1));
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(1));
    }
}
