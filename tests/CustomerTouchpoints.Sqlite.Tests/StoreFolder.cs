using CustomerTouchpoints.Testing.Contracts;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite.Tests;

/// <summary>A folder of its own for one test's files, removed at the end.</summary>
/// <param name="under">The folder to make it in; null for the system's own.</param>
internal sealed class StoreFolder(string? under = null) : IDisposable
{
    public string Path { get; } =
        under is null
            ? Directory.CreateTempSubdirectory("touchpoints-").FullName
            : Directory.CreateDirectory(System.IO.Path.Combine(under, "touchpoints")).FullName;

    public string Database => System.IO.Path.Combine(Path, "touchpoints.db");

    public static TouchpointStoreContractLocation Location()
    {
        var folder = new StoreFolder();
        return new TouchpointStoreContractLocation(
            () => folder.Connect(),
            () =>
            {
                folder.Dispose();
                return ValueTask.CompletedTask;
            },
            folder.ConnectHost
        );
    }

    public SqliteTouchpointStore Connect(Action<SqliteStoreOptions>? configure = null, TimeProvider? time = null)
    {
        var options = new SqliteStoreOptions { ConnectionString = $"Data Source={Database}" };
        configure?.Invoke(options);
        return new SqliteTouchpointStore(options, time ?? TimeProvider.System);
    }

    /// <summary>A connection as a host would make one, not yet opened.</summary>
    public SqliteConnection ConnectHost() => new($"Data Source={Database};Pooling=False");

    public async Task<SqliteTouchpointStore> OpenAsync()
    {
        SqliteTouchpointStore store = Connect();
        await store.OpenAsync(default);
        return store;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
