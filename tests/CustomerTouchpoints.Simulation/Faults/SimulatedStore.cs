using System.Data.Common;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Simulation.Generating;
using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Faults;

/// <summary>A real store, whose every call ends when the scheduler says so, and as the fault plan says.</summary>
internal sealed class SimulatedStore(World world, SimulatedHost host, ITouchpointStore store) : ITouchpointStore
{
    public TimeProvider? Time => store.Time;

    public bool MayBegin(long term) => store.MayBegin(term);

    public async ValueTask<long> OpenAsync(CancellationToken cancellationToken) => host.Term = await store.OpenAsync(cancellationToken);

    public async ValueTask<IStoreBatch> BeginAsync(BatchKeys keys, CancellationToken cancellationToken)
    {
        ThrowIf(await world.Scheduler.PauseAsync(host, Point.Begin));
        return new SimulatedBatch(world, host, keys, await store.BeginAsync(keys, cancellationToken));
    }

    public async ValueTask<IReadOnlyList<DueJourney>> ReadDueAsync(
        DateTimeOffset until,
        DueJourney? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ThrowIf(await world.Scheduler.PauseAsync(host, Point.Read));
        return await store.ReadDueAsync(until, after, limit, cancellationToken);
    }

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

    public async ValueTask<IReadOnlyList<JourneyRow>> ReadJourneysAsync(
        IReadOnlyCollection<JourneyId> journeys,
        CancellationToken cancellationToken
    )
    {
        Caller? caller = Caller.Current;
        caller?.Enter();
        InjectedFault fault = await world.Scheduler.PauseAsync(host, Point.Read);
        caller?.Leave();
        ThrowIf(fault);
        return await store.ReadJourneysAsync(journeys, cancellationToken);
    }

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

    /// <summary>The ground disposes what lies beneath.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void ThrowIf(InjectedFault fault)
    {
        if (fault == InjectedFault.StoreBusy)
        {
            throw new StoreUnavailableException("simulated: the store is busy");
        }
    }
}
