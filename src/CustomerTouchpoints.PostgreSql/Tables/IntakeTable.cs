using System.Data.Common;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of the intake, as the store's own connections see it.</summary>
internal static class IntakeTable
{
    // What another batch is taking is its; nobody waits for it. A row goes when it is taken: its number says nothing of when it was
    // committed.
    public const string Lock = "SELECT id FROM intake WHERE id = ANY ($1) ORDER BY id FOR UPDATE SKIP LOCKED";

    public const string Read = """
        SELECT i.id, i.lifecycle, i.key, i.name, i.event_id, i.occurred_at, i.enlisted_at, i.parties, i.data
        FROM unnest($1) AS l (lifecycle) CROSS JOIN LATERAL (
            SELECT * FROM intake WHERE lifecycle = l.lifecycle AND set_aside IS NULL ORDER BY id LIMIT $2) AS i
        ORDER BY i.id LIMIT $2
        """;

    public const string IsAnyWaiting = "(SELECT lifecycle FROM intake WHERE set_aside IS NULL ORDER BY lifecycle, id LIMIT 1) IS NOT NULL";

    public const string Retry = "UPDATE intake SET set_aside = NULL WHERE set_aside IS NOT NULL";

    public const string Count = """
        SELECT lifecycle, set_aside, count(*), min(enlisted_at) FROM intake GROUP BY lifecycle, set_aside
        ORDER BY lifecycle, set_aside COLLATE "C" NULLS FIRST
        """;

    private const string Take = "DELETE FROM intake WHERE id = ANY ($1)";

    private static readonly string SetAside =
        $"UPDATE intake i SET set_aside = u.reason FROM ({ArrayRows.Of("id, reason")}) AS u WHERE i.id = u.id";

    private static readonly string EraseJourneys =
        $"UPDATE intake i SET data = '{{}}' FROM ({ArrayRows.Of("lifecycle, key")}) AS u WHERE i.lifecycle = u.lifecycle AND i.key = u.key";

    // A customer's id lies there as the JSON text that it is.
    private static readonly string EraseCustomers =
        $"UPDATE intake i SET data = '{{}}' FROM ({ArrayRows.Of("customer")}) AS u WHERE position(u.customer IN i.parties) > 0";

    /// <summary>Takes the data out of what waits for journeys.</summary>
    public static NpgsqlBatchCommand Erased(IReadOnlyList<JourneyId> journeys) =>
        new NpgsqlBatchCommand(EraseJourneys).Texts(journeys, id => id.Lifecycle).Texts(journeys, id => id.Key);

    /// <summary>Takes the data out of what names customers.</summary>
    /// <param name="customers">Their ids, as JSON texts.</param>
    public static NpgsqlBatchCommand Erased(IReadOnlyList<string> customers) =>
        new NpgsqlBatchCommand(EraseCustomers).Texts(customers, customer => customer);

    public static NpgsqlBatchCommand Locked(IReadOnlyCollection<long> numbers) =>
        new NpgsqlBatchCommand(Lock).Longs(numbers, number => number);

    public static NpgsqlBatchCommand Waiting(IReadOnlyCollection<string> lifecycles, int limit) =>
        new NpgsqlBatchCommand(Read).Texts(lifecycles, lifecycle => lifecycle).With(limit);

    public static NpgsqlBatchCommand Taken(IReadOnlyList<long> numbers) => new NpgsqlBatchCommand(Take).Longs(numbers, number => number);

    public static NpgsqlBatchCommand SettingAside(IReadOnlyList<SetAsideRow> rows) =>
        new NpgsqlBatchCommand(SetAside).Longs(rows, row => row.Number).Texts(rows, row => row.Reason);

    public static IntakeRow Row(DbDataReader reader) =>
        new()
        {
            Number = reader.GetInt64(0),
            Lifecycle = reader.GetString(1),
            Key = reader.GetString(2),
            Name = reader.GetString(3),
            EventId = reader.GetString(4),
            OccurredAt = reader.Time(5),
            EnlistedAt = reader.Time(6),
            Parties = reader.GetString(7),
            Data = reader.GetString(8),
        };

    public static IntakeBacklog Backlog(DbDataReader reader) =>
        new(reader.GetString(0), reader.TextOrNull(1), reader.GetInt64(2), reader.Time(3));
}
