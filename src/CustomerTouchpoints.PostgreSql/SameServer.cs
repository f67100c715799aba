using System.Collections.Concurrent;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// Whether a host's connection leads to the server that holds the store. One server has many names, and two can have one after the other, so
/// both sides are asked when the server was started: to the microsecond, no two were. It is asked once for each address.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SameServer(PostgreSqlStoreOptions options, Readers readers)
{
    private const string Started = "SELECT pg_postmaster_start_time()";

    private readonly ConcurrentDictionary<(string? Host, int Port), bool> known = new();

    /// <summary>What is wrong with where a connection leads; null when it leads to the store's server.</summary>
    public async ValueTask<string?> FaultAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        (string? Host, int Port) address = (connection.Host, connection.Port);
        if (known.ContainsKey(address))
        {
            return null;
        }

        IReadOnlyList<DateTimeOffset> here = await readers.ReadAsync(new NpgsqlBatchCommand(Started), reader => reader.Time(0), cancellationToken).ConfigureAwait(false);
        using var command = new NpgsqlCommand(Started, connection);
        NpgsqlDataReader answer = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        DateTimeOffset there;
        await using (answer.ConfigureAwait(false))
        {
            await answer.ReadAsync(cancellationToken).ConfigureAwait(false);
            there = answer.Time(0);
        }

        if (here[0] == there)
        {
            known.TryAdd(address, true);
            return null;
        }

        var own = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        return $"The transaction is on the server {address.Host}:{address.Port}, but the touchpoints lie on another, {own.Host}:{own.Port}; both have a database {connection.Database}. Only one database commits as a whole: give both connection strings the same server.";
    }
}
