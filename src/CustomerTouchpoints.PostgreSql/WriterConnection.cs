using System.Data;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// The connection on which batches are written, one after the other. One that was lost is replaced when it is wanted again.
/// </summary>
internal sealed class WriterConnection(Database database) : IAsyncDisposable
{
    private NpgsqlConnection? connection;

    /// <summary>What was seen on this connection. The next one may lead to another server, which may not have all of it.</summary>
    public KnownRows Known { get; private set; } = new();

    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (connection is not { State: ConnectionState.Open })
        {
            await DropAsync().ConfigureAwait(false);
            connection = await database.OpenWriterAsync(cancellationToken).ConfigureAwait(false);
            Known = new KnownRows();
        }

        return connection;
    }

    public async ValueTask DropAsync()
    {
        if (connection is { } dropped)
        {
            connection = null;
            await dropped.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Leaves the transaction that is open; a connection that can't, or whose state is in doubt, is closed, and the next batch gets
    /// another.
    /// </summary>
    public async ValueTask LeaveTransactionAsync(NpgsqlConnection open, bool isInDoubt)
    {
        if (isInDoubt)
        {
            // Returned to its pool it would be handed out again as it is.
            database.CloseWriters();
            await DropAsync().ConfigureAwait(false);
            return;
        }

        try
        {
            using var rollback = new NpgsqlCommand("ROLLBACK", open);
            await rollback.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is NpgsqlException or InvalidOperationException || StoreFaults.IsLost(cause))
        {
            await DropAsync().ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => DropAsync();
}
