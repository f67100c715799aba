using CustomerTouchpoints.Events;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of the journal and of the event data beside it.</summary>
internal sealed class JournalTable(Session session)
{
    private const string Columns =
        "j.sequence, j.recorded_at, j.occurred_at, j.kind, j.name, j.event_id, j.outcome, j.reason, j.changes, d.data";

    private readonly Statement insert = session.Prepare(
        """
        INSERT INTO touchpoints_journal (id, journey, previous, sequence, recorded_at, occurred_at, kind, name, event_id, outcome, reason, changes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    private readonly Statement insertData = session.Prepare("INSERT INTO touchpoints_event_data (entry, data) VALUES (?, ?)");

    private readonly Statement read = session.Prepare(
        $"""
        WITH RECURSIVE entries (id, previous) AS (
            SELECT j.id, j.previous FROM touchpoints_journeys JOIN touchpoints_journal j ON j.id = last_entry WHERE lifecycle = ? AND key = ?
            UNION ALL
            SELECT j.id, j.previous FROM entries JOIN touchpoints_journal j ON j.id = entries.previous)
        SELECT {Columns} FROM entries JOIN touchpoints_journal j USING (id) LEFT JOIN touchpoints_event_data d ON d.entry = j.id
        ORDER BY j.sequence
        """);

    private readonly Statement find = session.Prepare(
        $"SELECT {Columns} FROM touchpoints_journal j LEFT JOIN touchpoints_event_data d ON d.entry = j.id WHERE j.id = ?");

    /// <summary>Appends an entry under a number of its own.</summary>
    public void Append(JournalRow entry, StoredJourney journey, long number)
    {
        insert.Bind(number).Bind(journey.Number).Bind(journey.LastEntry)
            .Bind(entry.Sequence)
            .Bind(entry.RecordedAt)
            .Bind(entry.OccurredAt)
            .Bind(entry.Kind)
            .Bind(entry.Name)
            .Bind(entry.EventId)
            .Bind(entry.Outcome)
            .Bind(entry.Reason)
            .Bind(entry.Changes)
            .Run();
#if PLANTED_BUGS
        if (Planted.Is(PlantedBug.SomeDataIsNotStored) && entry.Outcome == "Late") { return; }
#endif
        if (entry.Data is not null)
        {
            insertData.Bind(number).Bind(entry.Data).Run();
        }
    }

    public List<JournalRow> Read(JourneyId journey)
    {
        using Rows rows = read.Bind(journey.Lifecycle).Bind(journey.Key).Query();
        List<JournalRow> entries = [];
        while (rows.Next())
        {
            entries.Add(Read(journey, rows));
        }

        return entries;
    }

    public JournalRow? Find(JourneyId journey, long number)
    {
        using Rows rows = find.Bind(number).Query();
        return rows.Next() ? Read(journey, rows) : null;
    }

    private static JournalRow Read(JourneyId journey, Rows rows) => new()
    {
        Journey = journey,
        Sequence = rows.Int64(),
        RecordedAt = rows.Instant(),
        OccurredAt = rows.Instant(),
        Kind = rows.Text(),
        Name = rows.Text(),
        EventId = rows.TextOrNull(),
        Outcome = rows.Text(),
        Reason = rows.Text(),
        Changes = rows.Text(),
        Data = rows.TextOrNull(),
    };
}
