using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of event keys.</summary>
internal sealed class EventKeyTable(Session session, JournalTable journal)
{
    private readonly Statement find = session.Prepare("SELECT fingerprint, entry FROM touchpoints_event_keys WHERE journey = ? AND event_id = ?");

    private readonly Statement insert = session.Prepare(
        "INSERT INTO touchpoints_event_keys (journey, event_id, fingerprint, entry) VALUES (?, ?, ?, ?)");

    /// <summary>Finds an event that was raised before, with the first journal entry it led to.</summary>
    public RaisedEvent? Find(EventKey key, StoredJourney journey)
    {
        using Rows rows = find.Bind(journey.Number).Bind(key.EventId).Query();
        return rows.Next() && new RaisedKey(rows.Int64(), rows.Int64()) is var raised && journal.Find(key.Journey, raised.Entry) is { } entry
            ? new RaisedEvent(key, raised.Fingerprint, entry)
            : null;
    }

    public void Insert(EventKeyRow row, StoredJourney journey)
    {
        long entry = journey.EntryOf(row);
        insert.Bind(journey.Number).Bind(row.Key.EventId).Bind(row.Fingerprint).Bind(entry).Run();
    }

    private readonly record struct RaisedKey(long Fingerprint, long Entry);
}
