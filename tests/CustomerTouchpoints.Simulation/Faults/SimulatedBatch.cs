using CustomerTouchpoints.Simulation.Hosting;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Simulation.Faults;

/// <summary>A real batch, whose commit may fail, arrive unheard, tear, or take its host with it.</summary>
internal sealed class SimulatedBatch(World world, SimulatedHost host, BatchKeys keys, IStoreBatch batch) : IStoreBatch
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

    public bool HasEnded(long term) => batch.HasEnded(term);

    public IReadOnlySet<long> Intake => batch.Intake;

    public async ValueTask CommitAsync(BatchWrites writes, CancellationToken cancellationToken)
    {
        InjectedFault fault = await world.Scheduler.PauseAsync(host, Point.Commit);
        switch (fault)
        {
            case InjectedFault.CommitFails:
                throw new StoreUnavailableException("simulated: the disk is full");
            case InjectedFault.CommitUnknownAndLost:
                throw new StoreUnavailableException("simulated: the connection was cut") { OutcomeUnknown = true };
            case InjectedFault.BatchRefused:
                throw new InvalidOperationException("simulated: a row contradicts what is stored");
            case InjectedFault.CrashBeforeCommit:
                await world.CrashAsync(host);
                break;
            case InjectedFault.TornBatch:
                await world.CrashAsync(host, within: () => batch.CommitAsync(writes, cancellationToken));
                break;
        }

        await batch.CommitAsync(writes, cancellationToken);
        world.Committed(host, keys, writes);
        switch (fault)
        {
            case InjectedFault.CommitUnknownButStored:
                throw new StoreUnavailableException("simulated: the connection was cut") { OutcomeUnknown = true };
            case InjectedFault.CrashAfterCommit:
                await world.CrashAsync(host);
                break;
        }

        await world.Scheduler.PauseAsync(host, Point.Acknowledge);
    }

    public ValueTask DisposeAsync() => batch.DisposeAsync();
}
