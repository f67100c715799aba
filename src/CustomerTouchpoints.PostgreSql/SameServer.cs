using System.Collections.Concurrent;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// Whether a host's connection leads to the server that holds the store. One server has many names, and two can have one after the other,
/// so both sides are asked when the server was started: to the microsecond, no two were. It is asked once for each address.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SameServer(PostgreSqlStoreOptions options)
{
    private readonly ConcurrentDictionary<(string? Host, int Port), bool> known = new();

    /// <summary>What is wrong with where a connection leads; null when it leads to the store's server.</summary>
    public async ValueTask<string?> FaultAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        (string? Host, int Port) address = (connection.Host, connection.Port);
        if (known.ContainsKey(address))
        {
            return null;
        }

        // A connection of its own, which is not kept: the store need not be open.
        using var own = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ConnectionString
        );
        await own.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (
            await StartedAsync(own, cancellationToken).ConfigureAwait(false)
            == await StartedAsync(connection, cancellationToken).ConfigureAwait(false)
        )
        {
            known.TryAdd(address, true);
            return null;
        }

        return $"The transaction is on the server {address.Host}:{address.Port}, but the touchpoints lie on another, "
            + $"{own.Host}:{own.Port}; both have a database {connection.Database}. Only one database commits as a whole: give both "
            + "connection strings the same server.";
    }

    private static async Task<DateTimeOffset> StartedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        using var command = new NpgsqlCommand("SELECT pg_postmaster_start_time()", connection);
        return Instant.Of((DateTime)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!);
    }
}
