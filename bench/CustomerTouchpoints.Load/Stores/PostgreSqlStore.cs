using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Npgsql;

namespace CustomerTouchpoints.Load.Stores;

/// <summary>PostgreSQL with <c>fsync</c> and <c>synchronous_commit</c> on, each round in a schema of its own.</summary>
internal sealed class PostgreSqlStore : Store
{
    /// <summary>
    /// What whoever runs a server on this machine would set, such as a quarter of its memory for pages; checkpoints come between rounds and
    /// not within them.
    /// </summary>
    private static readonly string[] Settings =
    [
        "max_connections = 600",
        $"shared_buffers = {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 / 1024 / 1024}MB",
        "max_wal_size = 8GB",
        "min_wal_size = 2GB",
        "checkpoint_timeout = 15min",
        "autovacuum_naptime = 15s",
    ];

    private readonly string connectionString;
    private Cluster? cluster;
    private int schemas;

    private PostgreSqlStore(string connectionString) => this.connectionString = connectionString;

    private PostgreSqlStore(Cluster cluster)
        : this(cluster.ConnectionString) => this.cluster = cluster;

    public override string Name => "postgresql";

    /// <summary>A server of our own, from Debian's packages; or one that is there, where the user may make schemas.</summary>
    public static PostgreSqlStore Open(string? connectionString)
    {
        if (connectionString is not null)
        {
            return new PostgreSqlStore(connectionString);
        }

        var store = new PostgreSqlStore(Cluster.Start(Settings));

        // Meant for a bench that is told to stop; one that was stopped while a host ran in it has left its server behind nevertheless.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => store.Stop();
        return store;
    }

    public override async Task<Place> NewPlaceAsync()
    {
        string schema = $"load_{Environment.ProcessId}_{++schemas}";
        await ExecuteAsync($"CREATE SCHEMA {schema}", "CHECKPOINT");
        return new PostgreSqlPlace(connectionString, schema);
    }

    public override ValueTask DisposeAsync()
    {
        Stop();
        return ValueTask.CompletedTask;
    }

    private void Stop() => Interlocked.Exchange(ref cluster, null)?.Dispose();

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
