using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of switches, of what limits count, and of the record of operations.</summary>
internal sealed class SwitchTable(Session session)
{
    private readonly Statement read = session.Prepare(
        "SELECT scope, is_paused, reason, by, changed_at, revision, discarded_until, checksum FROM touchpoints_switches ORDER BY revision"
    );

    private readonly Statement write = session.Prepare(
        "INSERT OR REPLACE INTO touchpoints_switches (scope, is_paused, reason, by, changed_at, revision, discarded_until, checksum) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    );

    private readonly Statement record = session.Prepare(
        "INSERT INTO touchpoints_operations (id, recorded_at, subject, outcome, by, reason, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)"
    );

    private readonly Statement readRecord = session.Prepare(
        "SELECT id, recorded_at, subject, outcome, by, reason, checksum FROM touchpoints_operations ORDER BY id DESC LIMIT ?"
    );

    private readonly Statement readTallies = session.Prepare("SELECT key, start, count, checksum FROM touchpoints_tallies ORDER BY key");

    private readonly Statement tally = session.Prepare(
        "INSERT OR REPLACE INTO touchpoints_tallies (key, start, count, checksum) VALUES (?, ?, ?, ?)"
    );

    public List<SwitchRow> Read(StoreRow store)
    {
        using Rows rows = read.Query();
        List<SwitchRow> switches = [];
        while (rows.Next("touchpoints_switches", switches.Count + 1))
        {
            switches.Add(
                new SwitchRow
                {
                    Scope = rows.Text(),
                    IsPaused = rows.Boolean(),
                    Reason = rows.Text(),
                    By = rows.Text(),
                    ChangedAt = rows.Instant(),
                    Revision = rows.Int64(),
                    DiscardedUntil = rows.InstantOrNull(),
                }
            );
        }

        Damage.Require(switches.Count == store.Switches, "touchpoints_switches", switches.Count, $"{store.Switches} were written");
        return switches;
    }

    public void Write(SwitchRow row) =>
        write
            .Bind(row.Scope)
            .Bind(row.IsPaused)
            .Bind(row.Reason)
            .Bind(row.By)
            .Bind(row.ChangedAt)
            .Bind(row.Revision)
            .Bind(row.DiscardedUntil)
            .BindChecksum()
            .Run();

    public List<TallyRow> ReadTallies(StoreRow store)
    {
        using Rows rows = readTallies.Query();
        List<TallyRow> tallies = [];
        while (rows.Next("touchpoints_tallies", tallies.Count + 1))
        {
            tallies.Add(new TallyRow(rows.Text(), rows.Instant(), rows.Int64()));
        }

        Damage.Require(tallies.Count == store.Tallies, "touchpoints_tallies", tallies.Count, $"{store.Tallies} were written");
        return tallies;
    }

    public void Write(TallyRow row) => tally.Bind(row.Key).Bind(row.Start).Bind(row.Count).BindChecksum().Run();

    public void Record(OperationRow row, long number) =>
        record.Bind(number).Bind(row.RecordedAt).Bind(row.Subject).Bind(row.Outcome).Bind(row.By).Bind(row.Reason).BindChecksum().Run();

    public List<OperationRow> ReadRecord(StoreRow store, int limit)
    {
        using Rows rows = readRecord.Bind(limit).Query();
        List<OperationRow> operations = [];
        long number = store.Operations;
        while (rows.Next("touchpoints_operations", number))
        {
            Damage.Require(rows.Int64() == number--, "touchpoints_operations", number + 1, "it is missing");
            operations.Add(new OperationRow(rows.Instant(), rows.Text(), rows.Text(), rows.Text(), rows.Text()));
        }

        Damage.Require(operations.Count == Math.Min(limit, store.Operations), "touchpoints_operations", number, "it is missing");
        return operations;
    }
}
