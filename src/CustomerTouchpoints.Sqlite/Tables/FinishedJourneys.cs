namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL by which journeys that are finished leave: whatever belongs to one is deleted and counted, and its row stays.</summary>
internal sealed class FinishedJourneys(Session session, JourneyTable journeys, ShelvedTable shelved, ReceiptTable receipts)
{
    private const string Journal = "touchpoints_journal";

    // Entries get their numbers in the order of the commits: whose newest entry has the smallest number was finished first.
    private readonly Statement find = session.Prepare(
        """
        SELECT id FROM touchpoints_journeys INDEXED BY touchpoints_journeys_finished
        WHERE standing IN ('solved', 'closed') AND due_at IS NULL AND sending_term IS NULL AND held_at_revision IS NULL
            AND last_entry IS NOT NULL
        ORDER BY last_entry LIMIT ?
        """
    );

    private readonly Statement recordedAt = session.Prepare("SELECT recorded_at FROM touchpoints_journal WHERE id = ?");

    private readonly Statement entry = session.Prepare("SELECT journey, sequence, previous FROM touchpoints_journal WHERE id = ?");

    private readonly Statement deleteEntry = session.Prepare("DELETE FROM touchpoints_journal WHERE id = ?");

    private readonly Statement deleteData = session.Prepare("DELETE FROM touchpoints_event_data WHERE entry = ?");

    private readonly Statement deleteKeys = session.Prepare("DELETE FROM touchpoints_event_keys WHERE journey = ?");

    private readonly Statement deleteTouchpoints = session.Prepare("DELETE FROM touchpoints_touchpoints WHERE journey = ?");

    private readonly Statement deleteClocks = session.Prepare("DELETE FROM touchpoints_clocks WHERE journey = ?");

    private readonly Statement deletePromises = session.Prepare("DELETE FROM touchpoints_promises WHERE journey = ?");

    private readonly Statement deleteParties = session.Prepare("DELETE FROM touchpoints_parties WHERE journey = ?");

    private readonly Statement newest = session.Prepare("SELECT ifnull(max(id), 0) FROM touchpoints_journal");

    /// <summary>The journeys that were finished first, the first of them first.</summary>
    public List<KnownJourney> Find(int most)
    {
        List<long> numbers = [];
        using (Rows rows = find.Bind(most).Query())
        {
            while (rows.Next())
            {
                numbers.Add(rows.Int64());
            }
        }

        return [.. numbers.Select(journeys.Find)];
    }

    /// <summary>Since when a journey is finished.</summary>
    public DateTimeOffset Since(KnownJourney finished)
    {
        using Rows rows = recordedAt.Bind(finished.LastEntry).Query();
        Damage.Require(rows.Next(), Journal, finished.Row.Id, $"entry {finished.Row.Sequence} is missing");
        return rows.Instant();
    }

    /// <summary>Deletes what belongs to a journey, and leaves a tombstone. Refuses one that has lost something.</summary>
    /// <returns>The tombstone.</returns>
    public KnownJourney Bury(KnownJourney finished)
    {
        JourneyId id = finished.Row.Id;
        DeleteJournal(finished);
        Delete(deleteKeys, finished.Contents.Events, "touchpoints_event_keys");
        Delete(deleteTouchpoints, finished.Contents.Touchpoints, "touchpoints_touchpoints");
        Delete(deleteClocks, finished.Contents.Clocks, "touchpoints_clocks");
        Delete(deletePromises, finished.Contents.Promises, "touchpoints_promises");
        Delete(deleteParties, finished.Contents.Parties, "touchpoints_parties");
        shelved.DeleteOf(finished.Number);
        receipts.DeleteOf(finished.Number);
        var tombstone = new KnownJourney(finished.Number, null, default, finished.Row with { Standing = "closed", Data = "{}" });
        journeys.Update(tombstone.Row, new StoredJourney(id, tombstone));
        return tombstone;

        void Delete(Statement delete, long written, string table) =>
            JourneyContents.Require(delete.Bind(finished.Number).RunCounted(), written, table, id);
    }

    /// <summary>The number of the newest journal entry that is there; zero when none is.</summary>
    public long NewestEntry() => newest.QueryNumber();

    private void DeleteJournal(KnownJourney finished)
    {
        JourneyId id = finished.Row.Id;
        long sequence = finished.Row.Sequence;
        for (long? number = finished.LastEntry; number is { } last; sequence--)
        {
            using (Rows rows = entry.Bind(last).Query())
            {
                bool isNext = rows.Next() && rows.Int64() == finished.Number && rows.Int64() == sequence;
                Damage.Require(isNext, Journal, id, $"entry {sequence} is missing");
                number = rows.Int64OrNull();
            }

            deleteData.Bind(last).Run();
            deleteEntry.Bind(last).Run();
        }
    }
}
