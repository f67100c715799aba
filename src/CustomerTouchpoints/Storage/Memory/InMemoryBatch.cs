using System.Collections.Frozen;

namespace CustomerTouchpoints.Storage.Memory;

/// <summary>An open batch of the in-memory store.</summary>
internal sealed class InMemoryBatch : IStoreBatch
{
    private readonly InMemoryDatabase database;
    private readonly HashSet<JourneyId> touched;

    public InMemoryBatch(InMemoryDatabase database, long term, InMemoryData data, BatchKeys keys)
    {
        this.database = database;
        Term = term;
        touched = [.. keys.Journeys];
        if (keys.Events.FirstOrDefault(key => !touched.Contains(key.Journey)) is { EventId: not null } stray)
        {
            throw new ArgumentException(
                $"Event {stray.EventId} belongs to {stray.Journey}, which is not among the batch's journeys.",
                nameof(keys)
            );
        }

        Journeys = keys.Journeys.Where(data.Journeys.ContainsKey).ToDictionary(id => id, id => data.Journeys[id].Row);
        RaisedEvents = keys
            .Events.Select(key => data.Journeys.GetValueOrDefault(key.Journey)?.FindEvent(key))
            .OfType<RaisedEvent>()
            .ToDictionary(raised => raised.Key);
        Tallies = [.. data.Tallies.Values];
        Rates = [.. keys.Rates.Where(data.Rates.ContainsKey).Select(key => data.Rates[key])];
        Switches = [.. data.Switches.Values.OrderBy(row => row.Revision)];
        Suppressions = data.Addresses.Of(keys.Addresses);
        Customers = keys.Customers.Where(data.Customers.ContainsKey).ToDictionary(id => id, id => data.Customers[id].Row);
    }

    /// <summary>The term in which the batch began; a later one refuses its commit.</summary>
    public long Term { get; }

    public IReadOnlyDictionary<JourneyId, JourneyRow> Journeys { get; }

    public IReadOnlyDictionary<EventKey, RaisedEvent> RaisedEvents { get; }

    public IReadOnlyDictionary<CustomerId, CustomerRow> Customers { get; }

    public IReadOnlyList<SuppressionRow> Suppressions { get; }

    public IReadOnlyList<SwitchRow> Switches { get; }

    public IReadOnlyList<TallyRow> Tallies { get; }

    public IReadOnlyList<RateRow> Rates { get; }

    public IReadOnlySet<long> Intake { get; } = FrozenSet<long>.Empty;

    public ValueTask CommitAsync(BatchWrites writes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writes);
        cancellationToken.ThrowIfCancellationRequested();
        database.Commit(this, data => data.With(writes, touched));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        database.Release(this);
        return ValueTask.CompletedTask;
    }
}
