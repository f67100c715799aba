using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Stores;
using Npgsql;

namespace CustomerTouchpoints.Load.ByHand.PostgreSql;

/// <summary>
/// Timers as a user would write them: two workers look for what is due, take up to sixteen with SKIP LOCKED, and in the same transaction
/// move the questions, end the clocks, and write the journal. Who has found nothing looks again after a tenth of a second.
/// </summary>
internal sealed class PostgreSqlTimers(Place place) : IDueContender
{
    private const int Workers = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly NpgsqlDataSource source = HandPool.Open(place.ConnectionString, callers: 1, Workers);
    private readonly CancellationTokenSource stopping = new();
    private Task workers = Task.CompletedTask;

    public FiredLog Fired { get; } = new();

    public async Task<DateTimeOffset> SetAsync(int timers)
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync();
        await using (var create = new NpgsqlCommand(QuestionTables.Create, connection))
        {
            await create.ExecuteNonQueryAsync();
        }

        DateTimeOffset due = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(3);
        await using NpgsqlBatch fill = new NpgsqlBatch(connection)
            .Add("INSERT INTO journeys SELECT n, 0, 'buyer', $2 FROM generate_series(1, $1) AS n", timers, QuestionTexts.Data(0))
            .Add("INSERT INTO event_keys SELECT n, 'asked-' || n FROM generate_series(1, $1) AS n", timers)
            .Add(
                "INSERT INTO journal (journey, at, what, reason, data) SELECT n, now(), 'moved', $3, $2 FROM generate_series(1, $1) AS n",
                timers,
                QuestionTexts.Data(0),
                QuestionTexts.Reason(0)
            )
            .Add("INSERT INTO clocks SELECT n, 'answer', 0, now(), $2 FROM generate_series(1, $1) AS n", timers, due)
            .Add("ANALYZE");
        await fill.ExecuteNonQueryAsync();
        workers = Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(WorkAsync)));
        return due;
    }

    public Task<DurableRows> CountAsync() =>
        DurableRows.InAsync(
            place,
            ("journeys", "journeys"),
            ("event keys", "event_keys"),
            ("journal", "journal"),
            ("overdue", "journeys WHERE state = 3"),
            ("timers that wait", "clocks WHERE status = 0")
        );

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await workers;
        await source.DisposeAsync();
        stopping.Dispose();
    }

    private async Task WorkAsync()
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync();
        while (!stopping.IsCancellationRequested)
        {
            int fired = await FireAsync(connection);
            Fired.Add(fired);
            if (fired == 0)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private static async Task<int> FireAsync(NpgsqlConnection connection)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        var due = new List<long>();
        await using (NpgsqlBatch claim = new NpgsqlBatch(connection).Add(QuestionTables.Claim))
        await using (NpgsqlDataReader rows = await claim.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                due.Add(rows.GetInt64(0));
            }
        }

        if (due.Count > 0)
        {
            long[] questions = [.. due];
            await using NpgsqlBatch write = new NpgsqlBatch(connection)
                .Add(QuestionTables.MoveAll, questions)
                .Add(QuestionTables.EndClocks, questions)
                .Add(QuestionTables.RecordAll, questions);
            await write.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return due.Count;
    }
}
