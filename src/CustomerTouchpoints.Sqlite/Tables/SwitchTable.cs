using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of switches and of the record of operations.</summary>
internal sealed class SwitchTable(Session session)
{
    private readonly Statement read = session.Prepare("SELECT scope, is_paused, reason, by, changed_at, revision FROM switches ORDER BY revision");

    private readonly Statement write = session.Prepare(
        "INSERT OR REPLACE INTO switches (scope, is_paused, reason, by, changed_at, revision) VALUES (?, ?, ?, ?, ?, ?)");

    private readonly Statement record = session.Prepare(
        "INSERT INTO operations (recorded_at, subject, outcome, by, reason) VALUES (?, ?, ?, ?, ?)");

    private readonly Statement readRecord = session.Prepare(
        "SELECT recorded_at, subject, outcome, by, reason FROM operations ORDER BY id DESC LIMIT ?");

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
            });
        }

        return switches;
    }

    public void Write(SwitchRow row) =>
        write.Bind(row.Scope).Bind(row.IsPaused).Bind(row.Reason).Bind(row.By).Bind(row.ChangedAt).Bind(row.Revision).Run();

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
