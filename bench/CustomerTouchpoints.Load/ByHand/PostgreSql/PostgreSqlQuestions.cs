using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Load.Contenders;
using CustomerTouchpoints.Load.Questions;
using CustomerTouchpoints.Load.Stores;
using Npgsql;

namespace CustomerTouchpoints.Load.ByHand.PostgreSql;

/// <summary>
/// W2 as a user would write it instead: a pooled connection for each caller, one transaction of three round trips for each event.
/// </summary>
internal sealed class PostgreSqlQuestions(Place place, int callers) : IContender
{
    private readonly NpgsqlDataSource source = HandPool.Open(place.ConnectionString, callers, workers: 1);

    /// <summary>Nobody is told anything.</summary>
    public int Sent => 0;

    public async Task StartAsync()
    {
        await using NpgsqlCommand create = source.CreateCommand(QuestionTables.Create);
        await create.ExecuteNonQueryAsync();
    }

    public async Task RaiseAsync(int subject, int step)
    {
        long question = subject;
        string data = QuestionTexts.Data(step);
        await using NpgsqlConnection connection = await source.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using (
            NpgsqlBatch look = new NpgsqlBatch(connection)
                .Add(JourneyTables.Key, question, QuestionTexts.EventId(subject, step))
                .Add(QuestionTables.Find, question)
        )
        await using (NpgsqlDataReader journey = await look.ExecuteReaderAsync())
        {
            if (look.BatchCommands[0].RecordsAffected == 0 || (await journey.ReadAsync() && journey.GetInt32(0) >= step))
            {
                return;
            }
        }

        await using (NpgsqlBatch write = new(connection))
        {
            _ =
                step == 0
                    ? write
                        .Add(QuestionTables.Open, question, Buyers.Of(subject).Value, data)
                        .Add(QuestionTables.StartClocks, question, QuestionStory.AnswerWithin, QuestionStory.SolvedWithin)
                    : write
                        .Add(QuestionTables.Move, question, step)
                        .Add(QuestionTables.EndClock, question, step == 1 ? "answer" : "resolution");
            write.Add(JourneyTables.Record, question, QuestionTexts.Reason(step), data);
            await write.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    public Task<DurableRows> CountAsync() =>
        DurableRows.InAsync(
            place,
            ("journeys", "journeys"),
            ("event keys", "event_keys"),
            ("journal", "journal"),
            ("clocks", "clocks"),
            ("clocks that run", "clocks WHERE status = 0")
        );

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
