using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of addresses that must not be written to, and of the keys under which they are hashed.</summary>
internal sealed class SuppressionTable(Session session)
{
    private const string Table = "touchpoints_suppressions";

    private const string Columns = "hash, reason, channel, scope, since, said_by, note, lifted_at, lifted_by, lifted_because, checksum";

    private readonly Statement any = session.Prepare("SELECT 1 FROM touchpoints_suppressions LIMIT 1");

    private readonly Statement find = session.Prepare($"SELECT {Columns} FROM touchpoints_suppressions WHERE hash = ? ORDER BY reason");

    private readonly Statement page = session.Prepare(
        $"""
        SELECT {Columns} FROM touchpoints_suppressions
        WHERE (hash, reason) > (?, ?) AND (?3 IS NULL OR channel = ?3) AND (?4 IS NULL OR reason = ?4) AND (?5 OR lifted_at IS NULL)
        ORDER BY hash, reason LIMIT ?6
        """
    );

    private readonly Statement write = session.Prepare(
        $"INSERT OR REPLACE INTO touchpoints_suppressions ({Columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    );

    private readonly Statement readKeys = session.Prepare(
        "SELECT id, key, made_at, checksum FROM touchpoints_address_keys ORDER BY made_at, id"
    );

    private readonly Statement writeKey = session.Prepare(
        "INSERT INTO touchpoints_address_keys (id, key, made_at, checksum) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
    );

    private readonly Statement readAll = session.Prepare($"SELECT {Columns} FROM touchpoints_suppressions");

    /// <summary>What was ever said against addresses.</summary>
    public List<SuppressionRow> Of(IReadOnlyCollection<AddressHash> addresses)
    {
        List<SuppressionRow> found = [];
        if (addresses.Count == 0 || any.QueryNumber() == 0)
        {
            return found;
        }

        foreach (AddressHash address in addresses)
        {
            using Rows rows = find.Bind(address.Text).Query();
            while (rows.Next(Table, address.Text))
            {
                found.Add(Row(rows));
            }
        }

        return found;
    }

    /// <summary>Reads a page.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="addresses">The addresses that are asked for; null for any.</param>
    /// <param name="after">The place of the last one of the page before; empty for the first page.</param>
    /// <param name="limit">The most to return.</param>
    public List<SuppressionRow> Read(SuppressionQuery query, IReadOnlyCollection<AddressHash>? addresses, SuppressionPlace after, int limit)
    {
        if (addresses is not null)
        {
            return
            [
                .. Of(addresses)
                    .Where(row => IsAsked(row, query, after))
                    .OrderBy(row => row.Address.Text, StringComparer.Ordinal)
                    .Take(limit),
            ];
        }

        using Rows rows = page.Bind(after.Hash)
            .Bind(after.Reason)
            .Bind(query.Channel?.Name)
            .Bind(query.Reason is { } reason ? Enum.GetName(reason) : null)
            .Bind(query.IncludeLifted)
            .Bind(limit)
            .Query();
        List<SuppressionRow> found = [];
        while (rows.Next(Table, "of some address"))
        {
            found.Add(Row(rows));
        }

        return found;
    }

    public void Write(SuppressionRow row) =>
        write
            .Bind(row.Address.Text)
            .Bind(Enum.GetName(row.Reason))
            .Bind(row.Address.Channel.Name)
            .Bind(Enum.GetName(row.Scope))
            .Bind(row.Since)
            .Bind(row.By)
            .Bind(row.Note)
            .Bind(row.LiftedAt)
            .Bind(row.LiftedBy)
            .Bind(row.LiftedBecause)
            .BindChecksum()
            .Run();

    public List<AddressKeyRow> ReadKeys()
    {
        using Rows rows = readKeys.Query();
        List<AddressKeyRow> keys = [];
        while (rows.Next("touchpoints_address_keys", keys.Count + 1))
        {
            keys.Add(new AddressKeyRow(rows.Text(), rows.Text(), rows.Instant()));
        }

        return keys;
    }

    public void Write(AddressKeyRow row) => writeKey.Bind(row.Id).Bind(row.Key).Bind(row.MadeAt).BindChecksum().Run();

    /// <summary>Refuses a row that is not what was written.</summary>
    public void VerifyAll()
    {
        using Rows rows = readAll.Query();
        while (rows.Next(Table, "of some address")) { }

        _ = ReadKeys();
    }

    private static bool IsAsked(SuppressionRow row, SuppressionQuery query, SuppressionPlace after) =>
        (query.Channel is not { } channel || row.Address.Channel == channel)
        && (query.Reason is not { } reason || row.Reason == reason)
        && (query.IncludeLifted || row.LiftedAt is null)
        && (
            string.CompareOrdinal(row.Address.Text, after.Hash) is not 0 and var order
                ? order > 0
                : string.CompareOrdinal(Enum.GetName(row.Reason), after.Reason) > 0
        );

    private static SuppressionRow Row(Rows rows)
    {
        string hash = rows.Text();
        SuppressionReason reason = Enum.Parse<SuppressionReason>(rows.Text());
        return new SuppressionRow
        {
            Address = new AddressHash(new Channel(rows.Text()), hash),
            Reason = reason,
            Scope = Enum.Parse<SuppressionScope>(rows.Text()),
            Since = rows.Instant(),
            By = rows.Text(),
            Note = rows.TextOrNull(),
            LiftedAt = rows.InstantOrNull(),
            LiftedBy = rows.TextOrNull(),
            LiftedBecause = rows.TextOrNull(),
        };
    }
}
