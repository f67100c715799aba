using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// Reads beside the writer, on connections that can't write. A connection that was lost is replaced once: nothing is lost by asking again.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Readers(Database database, StoreFaults faults)
{
    private const int MostSeconds = 5;

    public async ValueTask<IReadOnlyList<T>> ReadAsync<T>(
        NpgsqlBatchCommand command,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await OnceAsync(command, read, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception lost) when (StoreFaults.WorksAnew(lost)) { }
        catch (NpgsqlException cause)
        {
            throw faults.Explain(cause);
        }

        try
        {
            return await OnceAsync(command, read, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is NpgsqlException || StoreFaults.IsLost(cause))
        {
            throw faults.Explain(cause);
        }
    }

    /// <summary>Asks for one truth, and blocks for it, a few seconds at the most once it is connected.</summary>
    public bool IsTrue(NpgsqlBatchCommand command)
    {
        try
        {
            using NpgsqlConnection connection = database.OpenReader();
            using NpgsqlBatch batch = connection.CreateBatch();
            batch.BatchCommands.Add(command);
            batch.Timeout = MostSeconds;
            return batch.ExecuteScalar() is true;
        }
        catch (Exception cause) when (cause is NpgsqlException || StoreFaults.IsLost(cause))
        {
            throw faults.Explain(cause);
        }
    }

    private async Task<List<T>> OnceAsync<T>(
        NpgsqlBatchCommand command,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        NpgsqlConnection connection = await database.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                return await ReadAsync(connection, command, read, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception cause) when (StoreFaults.LeavesInDoubt(cause) && cause is not OperationCanceledException)
            {
                database.CloseReaders();
                throw;
            }
        }
    }

    private static async Task<List<T>> ReadAsync<T>(
        NpgsqlConnection connection,
        NpgsqlBatchCommand command,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        using NpgsqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(command);
        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            List<T> rows = [];
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }
}
