using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Marks;

/// <summary>
/// Keeps a mark of how far the store has come in the file that the options name, with each beat of the lease and at the end; compares it
/// when the store is opened.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class MarkKeeper(PostgreSqlStoreOptions options, Database database, TimeProvider time) : IAsyncDisposable
{
    private const string Newest =
        "SELECT journey, sequence, recorded_at, current_database() FROM journal "
        + "ORDER BY recorded_at DESC, journey DESC, sequence DESC LIMIT 1";

    // A journey never leaves its table: its tombstone still knows how far it had come.
    private const string Compared = """
        SELECT current_database(), (SELECT max(recorded_at) FROM journal), (SELECT sequence FROM journeys WHERE id = $1),
            (SELECT recorded_at FROM journal WHERE journey = $1 AND sequence = $2)
        """;

    private readonly CancellationTokenSource ending = new();
    private Task beating = Task.CompletedTask;
    private StoreMark? written;
    private volatile bool mayMark;

    /// <summary>That the store was found to have gone back; null when it was not.</summary>
    public StoreSetback? Setback { get; private set; }

    /// <summary>Compares the store with the mark, and goes on marking.</summary>
    public async Task OpenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (options.MarkFile is not { } file)
        {
            return;
        }

        Setback = StoreMark.Read(file) is { } mark ? await CompareAsync(mark, connection, cancellationToken).ConfigureAwait(false) : null;
        mayMark = Setback is null;
        beating = BeatAsync(file);
    }

    /// <summary>Something was committed: what was said of the store at its opening is known by now.</summary>
    public void Accept() => mayMark = true;

    /// <summary>Notes where the store ends.</summary>
    public async ValueTask DisposeAsync()
    {
        if (ending.IsCancellationRequested)
        {
            return;
        }

        await ending.CancelAsync().ConfigureAwait(false);
        await beating.ConfigureAwait(false);
        ending.Dispose();
        if (options.MarkFile is { } file)
        {
            await MarkAsync(file, isClosed: true, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<StoreSetback?> CompareAsync(StoreMark mark, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        using NpgsqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Compared).With(mark.Journey).With(mark.Sequence));
        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            return mark.Of == Of(reader.GetString(0))
                ? mark.SetbackOf(reader.LongOrNull(2), reader.TimeOrNull(3), reader.TimeOrNull(1), options.Lease)
                : null;
        }
    }

    private async Task BeatAsync(string file)
    {
        using var timer = new PeriodicTimer(options.Lease / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ending.Token).ConfigureAwait(false))
            {
                await MarkAsync(file, isClosed: false, ending.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // It ends.
        }
    }

    private async Task MarkAsync(string file, bool isClosed, CancellationToken cancellationToken)
    {
        try
        {
            if (mayMark && await ReadAsync(cancellationToken).ConfigureAwait(false) is { } newest)
            {
                StoreMark mark = newest with { IsClosed = isClosed };
                if (mark != written)
                {
                    mark.Write(file);
                    written = mark;
                }
            }
        }
        catch (Exception cause)
            when (cause is NpgsqlException or IOException or UnauthorizedAccessException or TimeoutException or ObjectDisposedException)
        {
            // The next beat tries again. A mark that stays behind says less, and nothing that is wrong.
        }
    }

    private async Task<StoreMark?> ReadAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await database.OpenLifeAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            using var command = new NpgsqlCommand(Newest, connection);
            NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                    ? new StoreMark
                    {
                        Of = Of(reader.GetString(3)),
                        Journey = reader.GetInt64(0),
                        Sequence = reader.GetInt64(1),
                        Latest = reader.Time(2),
                    }
                    : null;
            }
        }
    }

    private string Of(string name) => $"{name}/{options.Schema}";
}
