using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite.Tests;

/// <summary>Writes that are consistent and say nothing in particular.</summary>
internal static class Some
{
    public static DateTimeOffset Noon { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static BatchWrites Journeys(params JourneyId[] ids) =>
        new()
        {
            NewJourneys = [.. ids.Select(id => Journey(id, 1))],
            Journal = [.. ids.Select(id => Entry(id, 1))],
            EventKeys = [.. ids.Select(id => new EventKeyRow(new EventKey(id, "e1"), 1, 1))],
        };

    public static JourneyRow Journey(JourneyId id, long sequence) =>
        new()
        {
            Id = id,
            Version = 1,
            State = "recorded",
            Standing = "open",
            Sequence = sequence,
            CreatedAt = Noon,
            DueAt = Noon.AddHours(1),
            Memory = "{}",
            Data = "{}",
        };

    public static JournalRow Entry(JourneyId id, long sequence, string? data = null) =>
        new()
        {
            Journey = id,
            Sequence = sequence,
            RecordedAt = Noon,
            OccurredAt = Noon,
            Kind = "event",
            Name = "order.placed",
            EventId = $"e{sequence}",
            Outcome = "moved",
            Reason = "opens the journey",
            Changes = "{}",
            Data = data,
        };

    public static async Task CommitAsync(ITouchpointStore store, BatchWrites writes)
    {
        JourneyId[] ids = [.. writes.NewJourneys.Concat(writes.ChangedJourneys).Select(journey => journey.Id)];
        await using IStoreBatch batch = await store.BeginAsync(new BatchKeys(ids, [], []), default);
        await batch.CommitAsync(writes, default);
    }

    public static long Number(sqlite3 connection, string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection, sql, out sqlite3_stmt statement), connection);
        using (statement)
        {
            raw.sqlite3_step(statement);
            return raw.sqlite3_column_int64(statement, 0);
        }
    }
}
