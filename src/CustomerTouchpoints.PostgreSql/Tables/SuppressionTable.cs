using System.Data.Common;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of addresses that must not be written to, and of the keys under which they are hashed.</summary>
internal static class SuppressionTable
{
    private const string Columns = "hash, reason, channel, scope, since, said_by, note, lifted_at, lifted_by, lifted_because";

    private const string KeyColumns = "id, key, made_at";

    public const string Find = $"SELECT {Columns} FROM suppressions WHERE hash = ANY ($1)";

    public const string Read = $"""
        SELECT {Columns} FROM suppressions
        WHERE (hash, reason) > ($1::text COLLATE "C", $2::text COLLATE "C") AND ($3::text IS NULL OR channel = $3)
            AND ($4::text IS NULL OR reason = $4) AND ($5::boolean OR lifted_at IS NULL) AND ($6::text[] IS NULL OR hash = ANY ($6))
        ORDER BY hash, reason LIMIT $7
        """;

    public static readonly string Write = $"""
        INSERT INTO suppressions ({Columns}) {ArrayRows.Of(Columns)}
        ON CONFLICT (hash, reason) DO UPDATE
        SET channel = excluded.channel, scope = excluded.scope, since = excluded.since, said_by = excluded.said_by, note = excluded.note,
            lifted_at = excluded.lifted_at, lifted_by = excluded.lifted_by, lifted_because = excluded.lifted_because
        """;

    private static readonly string WriteKeys = $"INSERT INTO address_keys ({KeyColumns}) {ArrayRows.Of(KeyColumns)} ON CONFLICT DO NOTHING";

    public const string ReadKeys = $"""SELECT {KeyColumns} FROM address_keys ORDER BY made_at, id COLLATE "C" """;

    public static NpgsqlBatchCommand Of(IReadOnlyCollection<AddressHash> addresses) =>
        new NpgsqlBatchCommand(Find).Texts(addresses, address => address.Text);

    public static NpgsqlBatchCommand Page(
        SuppressionQuery query,
        IReadOnlyCollection<AddressHash>? addresses,
        SuppressionPlace? after,
        int limit
    ) =>
        new NpgsqlBatchCommand(Read)
            .With(after?.Hash ?? "")
            .With(after?.Reason ?? "")
            .WithText(query.Channel?.Name)
            .WithText(query.Reason is { } reason ? Enum.GetName(reason) : null)
            .With(query.IncludeLifted)
            .WithTexts(addresses is null ? null : [.. addresses.Select(address => address.Text)])
            .With(limit);

    public static NpgsqlBatchCommand Written(IReadOnlyList<SuppressionRow> rows) =>
        new NpgsqlBatchCommand(Write)
            .Texts(rows, row => row.Address.Text)
            .Texts(rows, row => Enum.GetName(row.Reason))
            .Texts(rows, row => row.Address.Channel.Name)
            .Texts(rows, row => Enum.GetName(row.Scope))
            .Times(rows, row => row.Since)
            .Texts(rows, row => row.By)
            .Texts(rows, row => row.Note)
            .Times(rows, row => row.LiftedAt)
            .Texts(rows, row => row.LiftedBy)
            .Texts(rows, row => row.LiftedBecause);

    public static NpgsqlBatchCommand Written(IReadOnlyList<AddressKeyRow> rows) =>
        new NpgsqlBatchCommand(WriteKeys).Texts(rows, row => row.Id).Texts(rows, row => row.Key).Times(rows, row => row.MadeAt);

    public static SuppressionRow Row(DbDataReader reader) =>
        new()
        {
            Address = new AddressHash(new Channel(reader.GetString(2)), reader.GetString(0)),
            Reason = Enum.Parse<SuppressionReason>(reader.GetString(1)),
            Scope = Enum.Parse<SuppressionScope>(reader.GetString(3)),
            Since = reader.Time(4),
            By = reader.GetString(5),
            Note = reader.TextOrNull(6),
            LiftedAt = reader.TimeOrNull(7),
            LiftedBy = reader.TextOrNull(8),
            LiftedBecause = reader.TextOrNull(9),
        };

    public static AddressKeyRow Key(DbDataReader reader) => new(reader.GetString(0), reader.GetString(1), reader.Time(2));
}
