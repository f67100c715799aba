using System.Data.Common;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The SQL of what is taken of rates.</summary>
internal static class RateTable
{
    /// <summary>A row that does not exist can't be locked.</summary>
    public const string Make = "INSERT INTO rates (key, ledger) SELECT unnest($1), '' ON CONFLICT DO NOTHING";

    public const string Lock = "SELECT key, ledger FROM rates WHERE key = ANY ($1) ORDER BY key FOR UPDATE";

    public static readonly string Update =
        $"UPDATE rates r SET ledger = u.ledger FROM ({ArrayRows.Of("key, ledger")}) AS u WHERE r.key = u.key";

    public static NpgsqlBatchCommand Made(IReadOnlyCollection<string> keys) => new NpgsqlBatchCommand(Make).Texts(keys, key => key);

    public static NpgsqlBatchCommand Locked(IReadOnlyCollection<string> keys) => new NpgsqlBatchCommand(Lock).Texts(keys, key => key);

    public static NpgsqlBatchCommand Written(IReadOnlyList<RateRow> rows) =>
        new NpgsqlBatchCommand(Update).Texts(rows, row => row.Key).Texts(rows, row => row.Ledger);

    public static RateRow Row(DbDataReader reader) => new(reader.GetString(0), reader.GetString(1));
}
