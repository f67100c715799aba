using System.Data.Common;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>The in-memory store, whose commits fail as often as a test says.</summary>
internal sealed class FailingStore : ITouchpointStore
{
    private readonly InMemoryTouchpointStore store = new();

    public int FailingCommits { get; set; }

    /// <summary>Which rows of a journal can't be stored.</summary>
    public Func<JournalRow, bool> Refuses { get; set; } = _ => false;

    public int Commits { get; set; }

    public ValueTask<long> OpenAsync(CancellationToken cancellationToken) => store.OpenAsync(cancellationToken);

    public async ValueTask<IStoreBatch> BeginAsync(BatchKeys keys, CancellationToken cancellationToken) =>
        new FailingBatch(this, await store.BeginAsync(keys, cancellationToken));

    public ValueTask<IReadOnlyList<DueJourney>> ReadDueAsync(
        DateTimeOffset until,
        DueJourney? after,
        int limit,
        CancellationToken cancellationToken
    ) => store.ReadDueAsync(until, after, limit, cancellationToken);

    public ValueTask<IReadOnlyList<DueTouchpoint>> ReadDueTouchpointsAsync(
        DateTimeOffset until,
        DueTouchpoint? after,
        int limit,
        CancellationToken cancellationToken
    ) => store.ReadDueTouchpointsAsync(until, after, limit, cancellationToken);

    public ValueTask<IReadOnlyList<ShelvedRow>> ReadShelvedAsync(IReadOnlyCollection<JourneyId> ids, CancellationToken cancellationToken) =>
        store.ReadShelvedAsync(ids, cancellationToken);

    public ValueTask<int> CountShelvedAsync(int limit, CancellationToken cancellationToken) =>
        store.CountShelvedAsync(limit, cancellationToken);

    public ValueTask<IReadOnlyList<JourneyRow>> ReadJourneysAsync(
        IReadOnlyCollection<JourneyId> journeys,
        CancellationToken cancellationToken
    ) => store.ReadJourneysAsync(journeys, cancellationToken);

    public ValueTask<IReadOnlyList<JournalRow>> ReadJournalAsync(JourneyId journey, CancellationToken cancellationToken) =>
        store.ReadJournalAsync(journey, cancellationToken);

    public ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(JourneyId journey, CancellationToken cancellationToken) =>
        store.ReadTouchpointsAsync(journey, cancellationToken);

    public ValueTask<IReadOnlyList<PlacedEntry>> ReadJournalAsync(string? after, int limit, CancellationToken cancellationToken) =>
        store.ReadJournalAsync(after, limit, cancellationToken);

    public ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(
        TouchpointQuery query,
        int limit,
        CancellationToken cancellationToken
    ) => store.ReadTouchpointsAsync(query, limit, cancellationToken);

    public IReceiptReader Receipts => store.Receipts;

    public ISuppressionReader Suppressions => store.Suppressions;

    public IInboxReader Inbox => store.Inbox;

    public ValueTask<TouchpointRow?> FindTouchpointAsync(TouchpointId touchpoint, CancellationToken cancellationToken) =>
        store.FindTouchpointAsync(touchpoint, cancellationToken);

    public ValueTask<ClockRow?> FindClockAsync(ClockId clock, CancellationToken cancellationToken) =>
        store.FindClockAsync(clock, cancellationToken);

    public ValueTask<IReadOnlyList<ClockRow>> ReadClocksAsync(
        ClockQuery query,
        ClockId? after,
        int limit,
        CancellationToken cancellationToken
    ) => store.ReadClocksAsync(query, after, limit, cancellationToken);

    public ValueTask<IReadOnlyList<PromiseRow>> ReadPromisesAsync(
        PromiseQuery query,
        PromiseId? after,
        int limit,
        CancellationToken cancellationToken
    ) => store.ReadPromisesAsync(query, after, limit, cancellationToken);

    public ValueTask<IReadOnlyList<PromiseCount>> CountPromisesAsync(PromiseQuery query, CancellationToken cancellationToken) =>
        store.CountPromisesAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<JourneyId>> FindJourneysAsync(CustomerId customer, CancellationToken cancellationToken) =>
        store.FindJourneysAsync(customer, cancellationToken);

    public ValueTask<CustomerRow?> FindCustomerAsync(CustomerId customer, CancellationToken cancellationToken) =>
        store.FindCustomerAsync(customer, cancellationToken);

    public ValueTask<IReadOnlyList<CustomerJournalRow>> ReadCustomerJournalAsync(
        CustomerId customer,
        CancellationToken cancellationToken
    ) => store.ReadCustomerJournalAsync(customer, cancellationToken);

    public ValueTask<IReadOnlyList<SwitchRow>> ReadSwitchesAsync(CancellationToken cancellationToken) =>
        store.ReadSwitchesAsync(cancellationToken);

    public ValueTask<IReadOnlyList<DefinitionRow>> ReadDefinitionsAsync(CancellationToken cancellationToken) =>
        store.ReadDefinitionsAsync(cancellationToken);

    public ValueTask<VersionCensus> CountAsync(string lifecycle, int version, CancellationToken cancellationToken) =>
        store.CountAsync(lifecycle, version, cancellationToken);

    public ValueTask<IReadOnlyList<OperationRow>> ReadOperationsAsync(int limit, CancellationToken cancellationToken) =>
        store.ReadOperationsAsync(limit, cancellationToken);

    public ValueTask<DateTimeOffset?> ReadHighWaterMarkAsync(CancellationToken cancellationToken) =>
        store.ReadHighWaterMarkAsync(cancellationToken);

    public ValueTask EnlistAsync(IntakeRow row, DbTransaction transaction, CancellationToken cancellationToken) =>
        store.EnlistAsync(row, transaction, cancellationToken);

    public ValueTask<IReadOnlyList<IntakeRow>> ReadIntakeAsync(
        IReadOnlyCollection<string> lifecycles,
        int limit,
        CancellationToken cancellationToken
    ) => store.ReadIntakeAsync(lifecycles, limit, cancellationToken);

    public ValueTask<IReadOnlyList<IntakeBacklog>> CountIntakeAsync(CancellationToken cancellationToken) =>
        store.CountIntakeAsync(cancellationToken);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private sealed class FailingBatch(FailingStore owner, IStoreBatch batch) : IStoreBatch
    {
        public long Term => batch.Term;

        public IReadOnlyDictionary<JourneyId, JourneyRow> Journeys => batch.Journeys;

        public IReadOnlyDictionary<EventKey, RaisedEvent> RaisedEvents => batch.RaisedEvents;

        public IReadOnlyDictionary<CustomerId, CustomerRow> Customers => batch.Customers;

        public IReadOnlyList<SwitchRow> Switches => batch.Switches;

        public IReadOnlyList<TallyRow> Tallies => batch.Tallies;

        public IReadOnlyList<RateRow> Rates => batch.Rates;

        public DateTimeOffset? ReadAt => batch.ReadAt;

        public IReadOnlyList<SuppressionRow> Suppressions => batch.Suppressions;

        public IReadOnlySet<long> Intake => batch.Intake;

        public ValueTask CommitAsync(BatchWrites writes, CancellationToken cancellationToken)
        {
            if (owner.FailingCommits > 0)
            {
                owner.FailingCommits--;
                throw new StoreUnavailableException("The test says so.");
            }

            owner.Commits++;
            return writes.Journal.Any(owner.Refuses)
                ? throw new InvalidOperationException("The test says so.")
                : batch.CommitAsync(writes, cancellationToken);
        }

        public ValueTask DisposeAsync() => batch.DisposeAsync();
    }
}
