namespace CustomerTouchpoints.Storage.Memory;

/// <summary>The journeys of one batch while its rows are put together; thrown away when a row contradicts what is stored.</summary>
internal sealed class InMemoryStaging(InMemoryData data, IReadOnlySet<JourneyId> touched)
{
    private readonly Dictionary<JourneyId, InMemoryJourney> journeys = [];

    public IEnumerable<InMemoryJourney> Journeys => journeys.Values;

    public void Add(BatchWrites writes)
    {
        Stage(writes);
        foreach (JournalRow entry in writes.Journal)
        {
            journeys[entry.Journey] = Staged(entry.Journey)
                .Append(entry with { RecordedAt = Instants.Truncate(entry.RecordedAt), OccurredAt = Instants.Truncate(entry.OccurredAt) });
        }

        foreach (InMemoryJourney journey in journeys.Values)
        {
            journey.RequireWhole();
        }

        foreach (EventKeyRow key in writes.EventKeys)
        {
            long before = data.Journeys.TryGetValue(key.Key.Journey, out InMemoryJourney? known) ? known.Row.Sequence : 0;
            journeys[key.Key.Journey] = Staged(key.Key.Journey).Raise(key, before);
        }

        foreach (TouchpointRow touchpoint in writes.NewTouchpoints.Where(row => row.Id.Customer is null))
        {
            journeys[touchpoint.Id.Journey] = Touched(touchpoint.Id.Journey).Plan(Truncated(touchpoint));
        }

        foreach (TouchpointRow touchpoint in writes.ChangedTouchpoints.Where(row => row.Id.Customer is null))
        {
            journeys[touchpoint.Id.Journey] = Touched(touchpoint.Id.Journey).Change(Truncated(touchpoint));
        }

        foreach (ShelvedRow row in writes.Shelved)
        {
            journeys[row.Journey] = Touched(row.Journey).Shelve(row);
        }

        foreach (ReceiptRow row in writes.Receipts)
        {
            journeys[row.Touchpoint.Journey] = Touched(row.Touchpoint.Journey)
                .Receive(row with { At = Instants.Truncate(row.At), RecordedAt = Instants.Truncate(row.RecordedAt) });
        }

        foreach (ClockRow clock in writes.Clocks)
        {
            journeys[clock.Id.Journey] = Touched(clock.Id.Journey).Move(Truncated(clock));
        }

        foreach (PromiseRow promise in writes.Promises)
        {
            journeys[promise.Id.Journey] = Touched(promise.Id.Journey).Promise(Truncated(promise));
        }

        foreach (PartyRow party in writes.Parties)
        {
            journeys[party.Journey] = Touched(party.Journey).Fill(party);
        }

        foreach (MovedPartyRow party in writes.MovedParties)
        {
            journeys[party.Journey] = Touched(party.Journey).Move(party);
        }

        foreach (JournalRow entry in writes.ErasedEntries)
        {
            journeys[entry.Journey] = Touched(entry.Journey).Erase(entry);
        }
    }

    public static TouchpointRow Truncated(TouchpointRow row) =>
        row with
        {
            PlannedAt = Instants.Truncate(row.PlannedAt),
            DueAt = Instants.Truncate(row.DueAt),
            ChangedAt = Instants.Truncate(row.ChangedAt),
        };

    private void Stage(BatchWrites writes)
    {
        long number = data.Journeys.Count;
        foreach (JourneyRow row in writes.NewJourneys)
        {
            bool isNew =
                touched.Contains(row.Id) && !data.Journeys.ContainsKey(row.Id) && journeys.TryAdd(row.Id, new(++number, Truncated(row)));
            Require(isNew, row.Id, "it exists already, or is not among the batch's keys");
        }

        foreach (JourneyRow row in writes.ChangedJourneys)
        {
            bool isKnown =
                touched.Contains(row.Id)
                && data.Journeys.TryGetValue(row.Id, out InMemoryJourney? before)
                && journeys.TryAdd(row.Id, before with { Row = Truncated(row) });
            Require(isKnown, row.Id, "it does not exist, is not among the batch's keys, or is written twice");
        }
    }

    /// <summary>A journey that this batch inserts or changes.</summary>
    private InMemoryJourney Staged(JourneyId id)
    {
        Require(
            journeys.TryGetValue(id, out InMemoryJourney? journey),
            id,
            "it has journal entries or event keys but is not written itself"
        );
        return journey!;
    }

    /// <summary>A journey that this batch inserts, changes, or has at least under lock.</summary>
    private InMemoryJourney Touched(JourneyId id)
    {
        InMemoryJourney? journey = null;
        bool isTouched = journeys.TryGetValue(id, out journey) || (touched.Contains(id) && data.Journeys.TryGetValue(id, out journey));
        Require(isTouched, id, "it does not exist, or is not among the batch's keys");
        return journey!;
    }

    private static JourneyRow Truncated(JourneyRow row) =>
        row with
        {
            CreatedAt = Instants.Truncate(row.CreatedAt),
            DueAt = row.DueAt is { } due ? Instants.Truncate(due) : null,
        };

    private static ClockRow Truncated(ClockRow row) =>
        row with
        {
            StartedAt = Instants.Truncate(row.StartedAt),
            Since = Instants.Truncate(row.Since),
            DueAt = Instants.Truncate(row.DueAt),
            BreachedAt = Instants.Truncate(row.BreachedAt),
            EndedAt = Instants.Truncate(row.EndedAt),
            ChangedAt = Instants.Truncate(row.ChangedAt),
        };

    private static PromiseRow Truncated(PromiseRow row) =>
        row with
        {
            By = Instants.Truncate(row.By),
            MadeAt = Instants.Truncate(row.MadeAt),
            EndedAt = Instants.Truncate(row.EndedAt),
            ChangedAt = Instants.Truncate(row.ChangedAt),
        };

    private static void Require(bool holds, JourneyId id, string fault)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Journey {id}: {fault}. Nothing of the batch was stored.");
        }
    }
}
