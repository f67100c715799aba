using CustomerTouchpoints.Sqlite.Tests.Engine;
using CustomerTouchpoints.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests.HostTransactions;

/// <summary>
/// A shop with tables of its own in the file of the touchpoints, among them some of names that the store has under its prefix.
/// </summary>
internal sealed class Shop : IDisposable
{
    public Shop()
    {
        using SqliteConnection connection = Connect();
        Execute(
            connection,
            null,
            "CREATE TABLE orders (parcel TEXT PRIMARY KEY); CREATE TABLE customers (name TEXT); CREATE TABLE journal (line TEXT)"
        );
    }

    public StoreFolder Folder { get; } = new();

    public SqliteConnection Connect()
    {
        SqliteConnection connection = Folder.ConnectHost();
        connection.Open();
        return connection;
    }

    /// <summary>A host in virtual time, driven step by step.</summary>
    public Task<TouchpointsTestHost> StartAsync(Action<TouchpointsBuilder>? configure = null, DateTimeOffset? startAt = null) =>
        TouchpointsTestHost.StartAsync<ParcelLifecycle>(
            touchpoints =>
            {
                touchpoints.UseSqlite($"Data Source={Folder.Database}");
                configure?.Invoke(touchpoints);
            },
            startAt
        );

    /// <summary>Places an order and enlists the fact, in one transaction.</summary>
    public async Task PlaceAsync(
        ICustomerTouchpoints touchpoints,
        string parcel,
        bool commit = true,
        string name = "packed",
        string id = "1",
        string customer = "ana"
    )
    {
        using SqliteConnection connection = Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        Execute(connection, transaction, "INSERT OR IGNORE INTO orders VALUES ($parcel)", ("$parcel", parcel));
        await touchpoints.EnlistAsync(ParcelLifecycle.Fact(name, id, parcel, customer), transaction);
        if (commit)
        {
            transaction.Commit();
        }
    }

    /// <summary>What a query answers, as one text.</summary>
    public string Ask(string sql)
    {
        using SqliteConnection connection = Connect();
        Checksum.AddFunctionTo(connection.Handle!);
        return Execute(connection, null, sql);
    }

    public static string Execute(
        SqliteConnection connection,
        SqliteTransaction? transaction,
        string sql,
        params ReadOnlySpan<(string Name, string Value)> parameters
    )
    {
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach ((string name, string value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return $"{command.ExecuteScalar()}";
    }

    public void Dispose() => Folder.Dispose();
}
