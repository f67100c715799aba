using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of switches, of what limits count, and of the record of operations.</summary>
internal sealed class SwitchTable(Session session)
{
    private readonly Statement read = session.Prepare("SELECT scope, is_paused, reason, by, changed_at, revision, discarded_until FROM touchpoints_switches ORDER BY revision");

    private readonly Statement write = session.Prepare(
        "INSERT OR REPLACE INTO touchpoints_switches (scope, is_paused, reason, by, changed_at, revision, discarded_until) VALUES (?, ?, ?, ?, ?, ?, ?)");

    private readonly Statement record = session.Prepare(
        "INSERT INTO touchpoints_operations (recorded_at, subject, outcome, by, reason) VALUES (?, ?, ?, ?, ?)");

    private readonly Statement readRecord = session.Prepare(
        "SELECT recorded_at, subject, outcome, by, reason FROM touchpoints_operations ORDER BY id DESC LIMIT ?");

    private readonly Statement readTallies = session.Prepare("SELECT key, start, count FROM touchpoints_tallies ORDER BY key");

    private readonly Statement tally = session.Prepare("INSERT OR REPLACE INTO touchpoints_tallies (key, start, count) VALUES (?, ?, ?)");

    public List<SwitchRow> Read()
    {
        using Rows rows = read.Query();
        List<SwitchRow> switches = [];
        while (rows.Next())
        {
            switches.Add(new SwitchRow
            {
                Scope = rows.Text(),
                IsPaused = rows.Boolean(),
                Reason = rows.Text(),
                By = rows.Text(),
                ChangedAt = rows.Instant(),
                Revision = rows.Int64(),
                DiscardedUntil = rows.InstantOrNull(),
            });
        }

        return switches;
    }

    public void Write(SwitchRow row) =>
        write.Bind(row.Scope).Bind(row.IsPaused).Bind(row.Reason).Bind(row.By).Bind(row.ChangedAt).Bind(row.Revision)
            .Bind(row.DiscardedUntil).Run();

    public List<TallyRow> ReadTallies()
    {
        using Rows rows = readTallies.Query();
        List<TallyRow> tallies = [];
        while (rows.Next())
        {
            tallies.Add(new TallyRow(rows.Text(), rows.Instant(), rows.Int64()));
        }

        return tallies;
    }

    public void Write(TallyRow row) => tally.Bind(row.Key).Bind(row.Start).Bind(row.Count).Run();

    public void Record(OperationRow row) =>
        record.Bind(row.RecordedAt).Bind(row.Subject).Bind(row.Outcome).Bind(row.By).Bind(row.Reason).Run();

    public List<OperationRow> ReadRecord(int limit)
    {
        using Rows rows = readRecord.Bind(limit).Query();
        List<OperationRow> operations = [];
        while (rows.Next())
        {
            operations.Add(new OperationRow(rows.Instant(), rows.Text(), rows.Text(), rows.Text(), rows.Text()));
        }

        return operations;
    }
}
