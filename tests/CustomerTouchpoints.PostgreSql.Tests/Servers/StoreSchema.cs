using CustomerTouchpoints.Testing.Contracts;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Servers;

/// <summary>A schema of its own on the shared server. Disposing removes it.</summary>
internal sealed class StoreSchema(Cluster? server = null, string? name = null) : IDisposable
{
    private static int made;

    private readonly Cluster server = server ?? SharedCluster.Server;

    public string Name { get; } = name ?? $"test_{Interlocked.Increment(ref made)}";

    public static TouchpointStoreContractLocation Location()
    {
        var schema = new StoreSchema();
        return new TouchpointStoreContractLocation(
            () => schema.Connect(),
            () =>
            {
                schema.Dispose();
                return ValueTask.CompletedTask;
            },
            schema.ConnectHost
        );
    }

    public PostgreSqlTouchpointStore Connect(Action<PostgreSqlStoreOptions>? configure = null) =>
        new(Options(configure), TimeProvider.System);

    /// <summary>A connection as a host would make one, not yet opened.</summary>
    public NpgsqlConnection ConnectHost() => new(server.ConnectionString);

    public async Task<PostgreSqlTouchpointStore> OpenAsync(Action<PostgreSqlStoreOptions>? configure = null)
    {
        PostgreSqlTouchpointStore store = Connect(configure);
        await store.OpenAsync(default);
        return store;
    }

    public PostgreSqlStoreOptions Options(Action<PostgreSqlStoreOptions>? configure = null)
    {
        var options = new PostgreSqlStoreOptions { ConnectionString = server.ConnectionString, Schema = Name };
        configure?.Invoke(options);
        return options;
    }

    public T Ask<T>(string sql) => server.Ask<T>($"SET search_path = {Name}; {sql}");

    public void Execute(string sql) => server.Execute($"SET search_path = {Name}; {sql}");

    public void Dispose() => server.Execute($"DROP SCHEMA IF EXISTS {Name} CASCADE");
}
