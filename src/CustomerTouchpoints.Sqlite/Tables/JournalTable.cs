using System.Globalization;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of the journal and of the event data beside it.</summary>
internal sealed class JournalTable(Session session)
{
    private const string Table = "touchpoints_journal";

    private const string Columns = """
        j.sequence, j.recorded_at, j.occurred_at, j.kind, j.name, j.event_id, j.outcome, j.reason, j.changes, j.journey, j.previous, j.id,
        d.data,
        j.checksum
        """;

    private readonly Statement insert = session.Prepare(
        """
        INSERT INTO touchpoints_journal (
            sequence, recorded_at, occurred_at, kind, name, event_id, outcome, reason, changes, journey, previous, id, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    );

    private readonly Statement insertData = session.Prepare("INSERT INTO touchpoints_event_data (entry, data) VALUES (?, ?)");

    // What comes before has a smaller number, or a damaged list could lead around in a circle.
    private readonly Statement read = session.Prepare(
        $"""
        WITH RECURSIVE entries (id, previous) AS (
            SELECT id, previous FROM touchpoints_journal WHERE id = ?
            UNION ALL
            SELECT j.id, j.previous FROM entries JOIN touchpoints_journal j ON j.id = entries.previous AND j.id < entries.id)
        SELECT {Columns} FROM entries JOIN touchpoints_journal j USING (id) LEFT JOIN touchpoints_event_data d ON d.entry = j.id
        ORDER BY j.sequence
        """
    );

    private readonly Statement readNumbers = session.Prepare(
        """
        WITH RECURSIVE entries (id, previous, sequence) AS (
            SELECT id, previous, sequence FROM touchpoints_journal WHERE id = ?
            UNION ALL
            SELECT j.id, j.previous, j.sequence FROM entries
            JOIN touchpoints_journal j ON j.id = entries.previous AND j.id < entries.id)
        SELECT sequence, id FROM entries
        """
    );

    private readonly Statement erase = session.Prepare(
        $"""
        UPDATE touchpoints_journal SET reason = ?1, changes = ?2, checksum = {Checksum.Of(
            "sequence, recorded_at, occurred_at, kind, name, event_id, outcome, ?1, ?2, journey, previous, id, NULL"
        )}
        WHERE id = ?3
        """
    );

    private readonly Statement eraseData = session.Prepare("DELETE FROM touchpoints_event_data WHERE entry = ?");

    private readonly Statement find = session.Prepare(
        $"SELECT {Columns} FROM touchpoints_journal j LEFT JOIN touchpoints_event_data d ON d.entry = j.id WHERE j.id = ?"
    );

    private readonly Statement checksum = session.Prepare("SELECT checksum FROM touchpoints_journal WHERE id = ?");

    // Entries get their numbers from one writer, in the order of its commits.
    private readonly Statement readAfter = session.Prepare("SELECT id, journey FROM touchpoints_journal WHERE id > ? ORDER BY id LIMIT ?");

    /// <summary>Appends an entry under a number of its own.</summary>
    public void Append(JournalRow entry, StoredJourney journey, long number)
    {
        insert
            .Bind(entry.Sequence)
            .Bind(entry.RecordedAt)
            .Bind(entry.OccurredAt)
            .Bind(entry.Kind)
            .Bind(entry.Name)
            .Bind(entry.EventId)
            .Bind(entry.Outcome)
            .Bind(entry.Reason)
            .Bind(entry.Changes)
            .Bind(journey.Number)
            .Bind(journey.LastEntry)
            .Bind(number)
            .Cover(entry.Data)
            .BindChecksum()
            .Run();
        if (entry.Data is not null)
        {
            insertData.Bind(number).Bind(entry.Data).Run();
        }
    }

    /// <summary>Takes out of a journey's entries what they said, and their data.</summary>
    public void Erase(IEnumerable<JournalRow> entries, StoredJourney journey)
    {
        Dictionary<long, long> numbers = [];
        using (Rows rows = readNumbers.Bind(journey.LastEntry).Query())
        {
            while (rows.Next())
            {
                numbers.Add(rows.Int64(), rows.Int64());
            }
        }

        foreach (JournalRow entry in entries)
        {
            journey.Require(numbers.TryGetValue(entry.Sequence, out long number), $"it has no journal entry {entry.Sequence}");
            eraseData.Bind(number).Run();
            erase.Bind(entry.Reason).Bind(entry.Changes).Bind(number).Run();
        }
    }

    /// <summary>Reads a journey's whole journal, and refuses one with a gap.</summary>
    public List<JournalRow> Read(KnownJourney journey)
    {
        JourneyId id = journey.Row.Id;
        using Rows rows = read.Bind(journey.LastEntry).Query();
        List<JournalRow> entries = [];
        while (rows.Next(Table, id))
        {
            (JournalRow entry, bool isFirst) = Read(id, journey.Number, rows);
            bool follows = entries.Count == 0 ? isFirst : entry.Sequence == entries[^1].Sequence + 1;
            Damage.Require(follows, Table, id, $"the entry before {entry.Sequence} is missing");
            entries.Add(entry);
        }

        // Of a tombstone the entries have left, and what comes late begins a new list.
        bool isWhole = entries.Count > 0 ? entries[^1].Sequence == journey.Row.Sequence : journey.LastEntry is null;
        Damage.Require(isWhole, Table, id, $"{journey.Row.Sequence} were written, and the last ones are missing");
        return entries;
    }

    public JournalRow Find(JourneyId journey, long journeyNumber, long number)
    {
        using Rows rows = find.Bind(number).Query();
        Damage.Require(rows.Next(Table, number), Table, number, $"it is missing, and {journey} has an event that it tells of");
        return Read(journey, journeyNumber, rows).Entry;
    }

    /// <summary>The checksum of an entry; null when it is not there.</summary>
    public long? ChecksumOf(long number)
    {
        using Rows rows = checksum.Bind(number).Query();
        return rows.Next() ? rows.Int64() : null;
    }

    /// <summary>Reads a page of the journal of all journeys.</summary>
    public List<PlacedEntry> ReadAfter(JourneyTable journeys, long last, int limit)
    {
        List<(long Number, long Journey)> page = [];
        using (Rows rows = readAfter.Bind(last).Bind(limit).Query())
        {
            while (rows.Next())
            {
                page.Add((rows.Int64(), rows.Int64()));
            }
        }

        Dictionary<long, JourneyId> names = [];
        List<PlacedEntry> entries = new(page.Count);
        foreach ((long number, long journey) in page)
        {
            if (!names.TryGetValue(journey, out JourneyId id))
            {
                names[journey] = id = journeys.Find(journey).Row.Id;
            }

            entries.Add(new PlacedEntry(number.ToString(CultureInfo.InvariantCulture), Find(id, journey, number)));
        }

        return entries;
    }

    private static (JournalRow Entry, bool IsFirst) Read(JourneyId journey, long journeyNumber, Rows rows)
    {
        var entry = new JournalRow
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
        };
        Damage.Require(rows.Int64() == journeyNumber, Table, journey, $"its entry {entry.Sequence} belongs to another journey");
        bool isFirst = rows.Int64OrNull() is null;
        rows.Skip(1);
        return (rows.TextOrNull() is { } data ? entry with { Data = data } : entry, isFirst);
    }
}
