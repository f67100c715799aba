using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Npgsql;

namespace CustomerTouchpoints.Load.Stores;

/// <summary>PostgreSQL with <c>fsync</c> and <c>synchronous_commit</c> on, each round in a schema of its own.</summary>
internal sealed class PostgreSqlStore : Store
{
    /// <summary>What whoever runs a server on this machine would set; checkpoints come between rounds and not within them.</summary>
    private static readonly string[] Settings =
        ["max_connections = 600", "shared_buffers = 1GB", "max_wal_size = 8GB", "min_wal_size = 2GB", "checkpoint_timeout = 15min", "autovacuum_naptime = 15s"];

    private readonly Cluster? cluster;
    private readonly string connectionString;
    private int schemas;

    private PostgreSqlStore(Cluster? cluster, string connectionString)
    {
        this.cluster = cluster;
        this.connectionString = connectionString;
    }

    public override string Name => "postgresql";

    /// <summary>A server of our own, from Debian's packages; or one that is there, where the user may make schemas.</summary>
    public static PostgreSqlStore Open(string? connectionString)
    {
        if (connectionString is not null)
        {
            return new PostgreSqlStore(null, connectionString);
        }

        var cluster = Cluster.Start(Settings);
        return new PostgreSqlStore(cluster, cluster.ConnectionString);
    }

    public override async Task<Place> NewPlaceAsync()
    {
        string schema = $"load_{Environment.ProcessId}_{++schemas}";
        await ExecuteAsync($"CREATE SCHEMA {schema}", "CHECKPOINT");
        return new PostgreSqlPlace(connectionString, schema);
    }

    public override ValueTask DisposeAsync()
    {
        cluster?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ExecuteAsync(params string[] statements)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (string statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
