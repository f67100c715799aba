using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>Gives a statement its parameters, in their order; those of many rows as one array for each column.</summary>
internal static class Binding
{
    public static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand command, DateTimeOffset? instant)
    {
        command.Parameters.Add(
            new NpgsqlParameter<DateTime?> { TypedValue = Instant.ToUtc(instant), NpgsqlDbType = NpgsqlDbType.TimestampTz }
        );
        return command;
    }

    public static NpgsqlBatchCommand WithText(this NpgsqlBatchCommand command, string? text)
    {
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = text, NpgsqlDbType = NpgsqlDbType.Text });
        return command;
    }

    public static NpgsqlBatchCommand WithTexts(this NpgsqlBatchCommand command, string[]? texts)
    {
        command.Parameters.Add(
            new NpgsqlParameter<string[]?> { TypedValue = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }
        );
        return command;
    }

    public static NpgsqlBatchCommand WithNumber(this NpgsqlBatchCommand command, int? number)
    {
        command.Parameters.Add(new NpgsqlParameter<int?> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Integer });
        return command;
    }

    public static NpgsqlBatchCommand Texts<TRow>(
        this NpgsqlBatchCommand command,
        IReadOnlyCollection<TRow> rows,
        Func<TRow, string?> column
    ) => command.Array(rows, column, NpgsqlDbType.Text);

    public static NpgsqlBatchCommand Longs<TRow>(
        this NpgsqlBatchCommand command,
        IReadOnlyCollection<TRow> rows,
        Func<TRow, long> column
    ) => command.Array(rows, column, NpgsqlDbType.Bigint);

    public static NpgsqlBatchCommand LongsOrNulls<TRow>(
        this NpgsqlBatchCommand command,
        IReadOnlyCollection<TRow> rows,
        Func<TRow, long?> column
    ) => command.Array(rows, column, NpgsqlDbType.Bigint);

    public static NpgsqlBatchCommand Ints<TRow>(this NpgsqlBatchCommand command, IReadOnlyCollection<TRow> rows, Func<TRow, int> column) =>
        command.Array(rows, column, NpgsqlDbType.Integer);

    public static NpgsqlBatchCommand ShortsOrNulls<TRow>(
        this NpgsqlBatchCommand command,
        IReadOnlyCollection<TRow> rows,
        Func<TRow, short?> column
    ) => command.Array(rows, column, NpgsqlDbType.Smallint);

    public static NpgsqlBatchCommand Flags<TRow>(
        this NpgsqlBatchCommand command,
        IReadOnlyCollection<TRow> rows,
        Func<TRow, bool> column
    ) => command.Array(rows, column, NpgsqlDbType.Boolean);

    public static NpgsqlBatchCommand Times<TRow>(
        this NpgsqlBatchCommand command,
        IReadOnlyCollection<TRow> rows,
        Func<TRow, DateTimeOffset?> column
    ) => command.Array(rows, row => Instant.ToUtc(column(row)), NpgsqlDbType.TimestampTz);

    public static DateTimeOffset Time(this DbDataReader reader, int column) => Instant.Of(reader.GetDateTime(column));

    public static DateTimeOffset? TimeOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Time(column);

    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? LongOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static NpgsqlBatchCommand Array<TRow, TValue>(
        this NpgsqlBatchCommand command,
        IReadOnlyCollection<TRow> rows,
        Func<TRow, TValue> column,
        NpgsqlDbType type
    )
    {
        var values = new TValue[rows.Count];
        int i = 0;
        foreach (TRow row in rows)
        {
            values[i++] = column(row);
        }

        command.Parameters.Add(new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
        return command;
    }
}
