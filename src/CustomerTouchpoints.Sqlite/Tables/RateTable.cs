using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of what is taken of rates.</summary>
internal sealed class RateTable(Session session)
{
    private const string Table = "touchpoints_rates";

    private readonly Statement read = session.Prepare("SELECT key, ledger, checksum FROM touchpoints_rates WHERE key = ?");

    private readonly Statement readAll = session.Prepare("SELECT key, ledger, checksum FROM touchpoints_rates");

    private readonly Statement write = session.Prepare("INSERT OR REPLACE INTO touchpoints_rates (key, ledger, checksum) VALUES (?, ?, ?)");

    /// <summary>Those of some rates that exist.</summary>
    public IReadOnlyList<RateRow> Of(IReadOnlyCollection<string> keys)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        List<RateRow> found = [];
        foreach (string key in keys)
        {
            using Rows rows = read.Bind(key).Query();
            while (rows.Next(Table, key))
            {
                found.Add(new RateRow(rows.Text(), rows.Text()));
            }
        }

        return found;
    }

    public void Write(RateRow row) => write.Bind(row.Key).Bind(row.Ledger).BindChecksum().Run();

    /// <summary>Reads every row, each of which vouches for itself.</summary>
    public void VerifyAll()
    {
        using Rows rows = readAll.Query();
        while (rows.Next(Table, "any"))
        {
            rows.Skip(2);
        }
    }
}
