using System.Data.Common;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of what is about the whole: switches, what limits count, and the record of operations.</summary>
internal static class SwitchTable
{
    private const string Columns = "scope, is_paused, reason, by, changed_at, revision, discarded_until";

    private const string OperationColumns = "recorded_at, subject, outcome, by, reason";

    public const string Read = $"SELECT {Columns} FROM switches ORDER BY revision";

    private static readonly string Write = $"""
        INSERT INTO switches ({Columns}) {ArrayRows.Of(Columns)}
        ON CONFLICT (scope) DO UPDATE SET is_paused = excluded.is_paused, reason = excluded.reason, by = excluded.by,
            changed_at = excluded.changed_at, revision = excluded.revision, discarded_until = excluded.discarded_until
        """;

    private static readonly string WriteTallies = $"""
        INSERT INTO tallies (key, start, count) {ArrayRows.Of("key, start, count")}
        ON CONFLICT (key) DO UPDATE SET start = excluded.start, count = excluded.count
        """;

    private const string Record = $"""
        INSERT INTO operations ({OperationColumns})
        SELECT {OperationColumns} FROM unnest($1, $2, $3, $4, $5) WITH ORDINALITY AS u ({OperationColumns}, n) ORDER BY n
        """;

    public const string ReadRecord = $"SELECT {OperationColumns} FROM operations ORDER BY id DESC LIMIT $1";

    public static NpgsqlBatchCommand Written(IReadOnlyList<SwitchRow> rows) =>
        new NpgsqlBatchCommand(Write)
            .Texts(rows, row => row.Scope)
            .Flags(rows, row => row.IsPaused)
            .Texts(rows, row => row.Reason)
            .Texts(rows, row => row.By)
            .Times(rows, row => row.ChangedAt)
            .Longs(rows, row => row.Revision)
            .Times(rows, row => row.DiscardedUntil);

    public static NpgsqlBatchCommand Written(IReadOnlyList<TallyRow> rows) =>
        new NpgsqlBatchCommand(WriteTallies).Texts(rows, row => row.Key).Times(rows, row => row.Start).Longs(rows, row => row.Count);

    public static NpgsqlBatchCommand Recorded(IReadOnlyList<OperationRow> rows) =>
        new NpgsqlBatchCommand(Record)
            .Times(rows, row => row.RecordedAt)
            .Texts(rows, row => row.Subject)
            .Texts(rows, row => row.Outcome)
            .Texts(rows, row => row.By)
            .Texts(rows, row => row.Reason);

    public static SwitchRow Switch(DbDataReader reader) =>
        new()
        {
            Scope = reader.GetString(0),
            IsPaused = reader.GetBoolean(1),
            Reason = reader.GetString(2),
            By = reader.GetString(3),
            ChangedAt = reader.Time(4),
            Revision = reader.GetInt64(5),
            DiscardedUntil = reader.TimeOrNull(6),
        };

    public static OperationRow Operation(DbDataReader reader) =>
        new(reader.Time(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4));
}
