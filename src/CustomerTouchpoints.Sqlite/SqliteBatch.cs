using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Storage;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite;

/// <summary>An open batch: one transaction on the writer's connection.</summary>
internal sealed class SqliteBatch : IStoreBatch
{
    private readonly SqliteTouchpointStore store;
    private readonly StoreTables tables;
    private readonly Dictionary<JourneyId, StoredJourney> stored;
    private readonly Dictionary<JourneyId, JourneyRow> journeys;
    private readonly Dictionary<EventKey, RaisedEvent> raised = [];
    private readonly Dictionary<CustomerId, CustomerRow> customers;
    private StoreRow last;
    private bool isOver;

    public SqliteBatch(SqliteTouchpointStore store, StoreTables tables, StoreRow last, BatchKeys keys)
    {
        this.store = store;
        this.tables = tables;
        this.last = last;
        stored = new Dictionary<JourneyId, StoredJourney>(keys.Journeys.Count);
        journeys = new Dictionary<JourneyId, JourneyRow>(keys.Journeys.Count);
        customers = new Dictionary<CustomerId, CustomerRow>(keys.Customers.Count);
        Load(keys);
        Suppressions = tables.Suppressions.Of(keys.Addresses);
        Switches = tables.Switches.Read(last);
        Tallies = tables.Switches.ReadTallies(last);
        Rates = tables.Rates.Of(keys.Rates);
        Intake = keys.Intake.Where(tables.Intake.Has).ToHashSet();
    }

    public long Term => store.Last.Term;

    public IReadOnlyDictionary<JourneyId, JourneyRow> Journeys => journeys;

    public IReadOnlyDictionary<EventKey, RaisedEvent> RaisedEvents => raised;

    public IReadOnlyDictionary<CustomerId, CustomerRow> Customers => customers;

    public IReadOnlyList<SuppressionRow> Suppressions { get; }

    public IReadOnlyList<SwitchRow> Switches { get; }

    public IReadOnlyList<TallyRow> Tallies { get; }

    public IReadOnlyList<RateRow> Rates { get; }

    public IReadOnlySet<long> Intake { get; }

    public ValueTask CommitAsync(BatchWrites writes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writes);
        cancellationToken.ThrowIfCancellationRequested();
        if (isOver)
        {
            throw new InvalidOperationException("This batch is over: it was committed, disposed, or its commit failed. Begin another.");
        }

        bool committing = false;
        try
        {
            store.Upkeep.Require();
            Write(writes);
            committing = true;
            tables.Session.Commit();
            Remember(writes);
            store.Committed();
        }
        catch (SqliteException cause)
        {
            throw store.Faults.Explain(cause, committing);
        }
        finally
        {
            End();
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        End();
        return ValueTask.CompletedTask;
    }

    /// <summary>Leaves the transaction; what was not committed is gone.</summary>
    public void End()
    {
        if (!isOver)
        {
            isOver = true;
            tables.Session.Rollback();
            store.Release(this);
        }
    }

    private void Load(BatchKeys keys)
    {
        foreach (JourneyId id in keys.Journeys)
        {
            KnownJourney? remembered = store.Remembered.Journeys.Find(id);
            KnownJourney? known = remembered ?? tables.Journeys.Find(id);
            stored.Add(id, new StoredJourney(id, known) { MustBeVerified = remembered is null && store.Remembered.MustCount(known) });
            if (known is not null)
            {
                journeys.Add(id, known.Row);
            }
        }

        foreach (EventKey key in keys.Events)
        {
            if (!stored.TryGetValue(key.Journey, out StoredJourney? journey))
            {
                throw new ArgumentException(
                    $"Event {key.EventId} belongs to {key.Journey}, which is not among the batch's journeys.",
                    nameof(keys)
                );
            }

            if (journey.MustBeVerified)
            {
                journey.MustBeVerified = false;
                tables.EventKeys.Verify(key.Journey, journey.Number, journey.Contents.Events);
                store.Remembered.NoteCounted(journey.Number, journey.Contents.Events);
            }

            if (journey.IsKnown && tables.EventKeys.Find(key, journey) is { } before)
            {
                raised.Add(key, before);
            }
        }

        foreach (CustomerId id in keys.Customers)
        {
            if ((store.Remembered.Customers.Find(id) ?? tables.Customers.Find(id)) is { } customer)
            {
                customers.Add(id, customer);
                store.Remembered.Customers.Remember(id, customer);
            }
        }
    }

    private void Write(BatchWrites writes)
    {
        long number = last.LastJourney;
        foreach (JourneyRow row in writes.NewJourneys)
        {
            StoredJourney journey = Locked(row.Id);
            journey.Require(journey.Number == 0, "it exists already");
            journey.Number = ++number;
        }

        last = last with { LastJourney = number, Commits = last.Commits + 1 };
        WriteJournal(writes);
        foreach (EventKeyRow row in writes.EventKeys)
        {
            StoredJourney journey = Existing(row.Key.Journey);
            tables.EventKeys.Insert(row, journey);
            journey.Grow(events: 1);
        }

        foreach (TouchpointRow row in writes.NewTouchpoints.Where(row => row.Id.Customer is null))
        {
            StoredJourney journey = Existing(row.Id.Journey);
            tables.Touchpoints.Insert(row, journey);
            journey.Grow(touchpoints: 1);
        }

        foreach (TouchpointRow row in writes.ChangedTouchpoints.Where(row => row.Id.Customer is null))
        {
            tables.Touchpoints.Update(row, Existing(row.Id.Journey));
        }

        tables.Shelved.Write(writes.Shelved, journey => Existing(journey).Number);
        tables.References.Write(writes.References, journey => Existing(journey).Number);
        tables.Receipts.Write(writes.Receipts, journey => Existing(journey).Number);
        foreach (ClockRow row in writes.Clocks)
        {
            StoredJourney journey = Existing(row.Id.Journey);
            journey.Grow(clocks: tables.Clocks.Write(row, journey) ? 1 : 0);
        }

        foreach (PromiseRow row in writes.Promises)
        {
            StoredJourney journey = Existing(row.Id.Journey);
            journey.Grow(promises: tables.Promises.Write(row, journey) ? 1 : 0);
        }

        last = CustomerWrites.Write(tables, writes, last, customers);
        if (writes.ErasedEntries.Count > 0)
        {
            store.Upkeep.MarkPast();
        }

        IdentityWrites.Write(tables, writes, Existing);

        WriteJourneys(writes);
        last = WholeWrites.Write(tables, writes, last, this);
        tables.Store.Write(last);
    }

    private void WriteJournal(BatchWrites writes)
    {
        long number = last.LastEntry;
        DateTimeOffset? latest = last.HighWater;
        foreach (JournalRow entry in writes.Journal)
        {
            StoredJourney journey = Existing(entry.Journey);
            tables.Journal.Append(entry, journey, ++number);
            journey.Append(entry, number);
            latest = latest > entry.RecordedAt ? latest : entry.RecordedAt;
        }

        last = last with { LastEntry = number, HighWater = latest, NewestEntry = number > last.LastEntry ? number : last.NewestEntry };
    }

    private void WriteJourneys(BatchWrites writes)
    {
        foreach (JourneyRow row in writes.NewJourneys)
        {
            tables.Journeys.Insert(row, Written(row));
        }

        foreach (JourneyRow row in writes.ChangedJourneys)
        {
            tables.Journeys.Update(row, Written(row));
        }

        foreach (JournalRow entry in writes.Journal)
        {
            StoredJourney journey = stored[entry.Journey];
            journey.Require(journey.Written is not null, "it has journal entries but is not written itself");
        }

        foreach (StoredJourney journey in stored.Values)
        {
            if (journey.HasGrown && journey.Written is null)
            {
                journey.Written = journey.Before!;
                tables.Journeys.Update(journey.Before!, journey);
            }
        }
    }

    /// <summary>What is committed is what the next batch finds.</summary>
    private void Remember(BatchWrites writes)
    {
        store.Last = last;
        foreach (CustomerRow row in writes.Customers)
        {
            store.Remembered.Customers.Remember(row.Id, row);
        }

        if (writes.Recalls.Count > 0)
        {
            store.Remembered.ForgetJourneys();
            return;
        }

        foreach (StoredJourney journey in stored.Values)
        {
            if (journey.Written is { } row)
            {
                store.Remembered.Journeys.Remember(
                    journey.Id,
                    new KnownJourney(journey.Number, journey.LastEntry, journey.Contents, Instant.Kept(row))
                );
            }
        }
    }

    private StoredJourney Written(JourneyRow row)
    {
        StoredJourney journey = Existing(row.Id);
        journey.Require(journey.Written is null, "it is written twice");
        if (row.Sequence != journey.Sequence)
        {
            throw journey.Fault($"its sequence is {row.Sequence} but its last journal entry is {journey.Sequence}");
        }

        journey.Written = row;
        return journey;
    }

    private StoredJourney Existing(JourneyId id)
    {
        StoredJourney journey = Locked(id);
        journey.Require(journey.Number != 0, "it does not exist");
        return journey;
    }

    private StoredJourney Locked(JourneyId id) =>
        stored.TryGetValue(id, out StoredJourney? journey)
            ? journey
            : throw new InvalidOperationException($"Journey {id}: it is not among the batch's keys. Nothing of the batch was stored.");
}
