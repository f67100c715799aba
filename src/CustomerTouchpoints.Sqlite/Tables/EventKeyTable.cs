using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of event keys.</summary>
internal sealed class EventKeyTable(Session session, JournalTable journal)
{
    private const string Table = "touchpoints_event_keys";

    private readonly Statement find = session.Prepare(
        "SELECT journey, event_id, fingerprint, entry, checksum FROM touchpoints_event_keys WHERE journey = ? AND event_id = ?"
    );

    private readonly Statement readAll = session.Prepare(
        "SELECT journey, event_id, fingerprint, entry, checksum FROM touchpoints_event_keys WHERE journey = ?"
    );

    private readonly Statement insert = session.Prepare(
        "INSERT INTO touchpoints_event_keys (journey, event_id, fingerprint, entry, checksum) VALUES (?, ?, ?, ?, ?)"
    );

    /// <summary>Finds an event that was raised before, with the first journal entry it led to.</summary>
    public RaisedEvent? Find(EventKey key, StoredJourney journey)
    {
        using Rows rows = find.Bind(journey.Number).Bind(key.EventId).Query();
        if (!rows.Next(Table, key))
        {
            return null;
        }

        Damage.Require(rows.Int64() == journey.Number && rows.Text() == key.EventId, Table, key, "its index leads to another event");
        long fingerprint = rows.Int64();
        return new RaisedEvent(key, fingerprint, journal.Find(key.Journey, journey.Number, rows.Int64()));
    }

    /// <summary>Refuses a journey whose event keys are not all there: an event that is missing here would count twice.</summary>
    public void Verify(JourneyId id, long number, long count)
    {
        using Rows rows = readAll.Bind(number).Query();
        long found = 0;
        while (rows.Next(Table, id))
        {
            found += rows.Int64() == number ? 1 : 0;
        }

        JourneyContents.Require(found, count, Table, id);
    }

    public void Insert(EventKeyRow row, StoredJourney journey)
    {
        long entry = journey.EntryOf(row);
        insert.Bind(journey.Number).Bind(row.Key.EventId).Bind(row.Fingerprint).Bind(entry).BindChecksum().Run();
    }
}
