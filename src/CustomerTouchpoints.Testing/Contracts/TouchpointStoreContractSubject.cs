using System.Data.Common;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>The store under test, opened, with the few ways in which a case handles it.</summary>
internal sealed class TouchpointStoreContractSubject : IAsyncDisposable
{
    private readonly TouchpointStoreContractLocation location;

    private TouchpointStoreContractSubject(TouchpointStoreContractLocation location)
    {
        this.location = location;
        Store = location.Connect();
    }

    public ITouchpointStore Store { get; private set; }

    /// <summary>The term of the last opening.</summary>
    public long Term { get; private set; }

    public static async Task<TouchpointStoreContractSubject> OpenAsync(TouchpointStoreContractLocation location)
    {
        var subject = new TouchpointStoreContractSubject(location);
        subject.Term = await subject.Store.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        return subject;
    }

    /// <summary>Closes the store and opens its data again.</summary>
    public async Task ReopenAsync()
    {
        await Store.DisposeAsync().ConfigureAwait(false);
        Store = location.Connect();
        Term = await Store.OpenAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public ValueTask<IStoreBatch> BeginAsync(params JourneyId[] journeys) => BeginAsync(new BatchKeys(journeys, [], []));

    public ValueTask<IStoreBatch> BeginAsync(BatchKeys keys) => Store.BeginAsync(keys, CancellationToken.None);

    /// <summary>One whole batch, with the keys of everything it writes.</summary>
    public async Task CommitAsync(BatchWrites writes)
    {
        IStoreBatch batch = await BeginAsync(KeysOf(writes)).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.CommitAsync(writes, CancellationToken.None).ConfigureAwait(false);
        }
    }

    public async Task<JourneyRow?> FindAsync(JourneyId journey)
    {
        IReadOnlyList<JourneyRow> found = await Store.ReadJourneysAsync([journey], CancellationToken.None).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    public async Task<IReadOnlyList<JournalRow>> JournalAsync(JourneyId journey) =>
        await Store.ReadJournalAsync(journey, CancellationToken.None).ConfigureAwait(false);

    public async Task<IReadOnlyList<TouchpointRow>> TouchpointsAsync(JourneyId journey) =>
        await Store.ReadTouchpointsAsync(journey, CancellationToken.None).ConfigureAwait(false);

    /// <summary>All that is due until an instant, read page by page.</summary>
    public async Task<IReadOnlyList<DueJourney>> DueAsync(DateTimeOffset until, int limit = 1000)
    {
        List<DueJourney> all = [];
        IReadOnlyList<DueJourney> page;
        do
        {
            page = await Store.ReadDueAsync(until, all.LastOrDefault(), limit, CancellationToken.None).ConfigureAwait(false);
            TouchpointStoreContractCheck.That(page.Count <= limit, $"A page of at most {limit} has {page.Count} journeys.");
            all.AddRange(page);
            TouchpointStoreContractCheck.That(all.Count <= 10_000, "Paging through what is due never ends.");
        } while (page.Count > 0);

        TouchpointStoreContractCheck.That(
            all.Count == 0 || Store.MayHaveWork(until),
            "The store has journeys that are due, and says that it has no work."
        );
        return all;
    }

    /// <summary>A host's connection, open.</summary>
    public async Task<DbConnection> ConnectHostAsync()
    {
        DbConnection host = location.ConnectHost();
        await host.OpenAsync().ConfigureAwait(false);
        return host;
    }

    /// <summary>One transaction of a host, with these facts in it.</summary>
    public async Task EnlistAsync(bool commit, params IReadOnlyList<IntakeRow> facts)
    {
        DbConnection host = await ConnectHostAsync().ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            DbTransaction transaction = await host.BeginTransactionAsync().ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                foreach (IntakeRow fact in facts)
                {
                    await Store.EnlistAsync(fact, transaction, CancellationToken.None).ConfigureAwait(false);
                }

                await (commit ? transaction.CommitAsync() : transaction.RollbackAsync()).ConfigureAwait(false);
            }
        }
    }

    /// <summary>What waits in the intake for orders.</summary>
    public async Task<IReadOnlyList<IntakeRow>> IntakeAsync()
    {
        IReadOnlyList<IntakeRow> waiting = await Store.ReadIntakeAsync(["order"], 1000, CancellationToken.None).ConfigureAwait(false);
        TouchpointStoreContractCheck.That(
            waiting.Count == 0 || Store.MayHaveWork(DateTimeOffset.MinValue),
            "The store has facts in its intake, and says that it has no work."
        );
        return waiting;
    }

    /// <summary>One batch that takes these facts, and writes nothing else.</summary>
    public async Task TakeAsync(params long[] numbers)
    {
        IStoreBatch batch = await BeginAsync(BatchKeys.None with { Intake = numbers }).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.CommitAsync(new BatchWrites { Taken = numbers }, CancellationToken.None).ConfigureAwait(false);
        }
    }

    public async Task<RaisedEvent?> FindEventAsync(EventKey key)
    {
        IStoreBatch batch = await BeginAsync(new BatchKeys([key.Journey], [key], [])).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            return batch.RaisedEvents.GetValueOrDefault(key);
        }
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static BatchKeys KeysOf(BatchWrites writes) =>
        new(
            [
                .. writes
                    .NewJourneys.Select(journey => journey.Id)
                    .Concat(writes.ChangedJourneys.Select(journey => journey.Id))
                    .Concat(writes.Journal.Select(entry => entry.Journey))
                    .Concat(writes.EventKeys.Select(key => key.Key.Journey))
                    .Concat(TouchpointsOf(writes).Where(id => id.Customer is null).Select(id => id.Journey))
                    .Concat(writes.Shelved.Select(row => row.Journey))
                    .Concat(writes.Receipts.Select(row => row.Touchpoint.Journey))
                    .Concat(writes.Parties.Select(party => party.Journey))
                    .Concat(writes.MovedParties.Select(party => party.Journey))
                    .Concat(writes.ErasedEntries.Select(entry => entry.Journey))
                    .Concat(writes.ErasedReferences.Select(touchpoint => touchpoint.Carrier).OfType<JourneyId>())
                    .Concat(writes.References.Select(row => row.Touchpoint.Carrier).OfType<JourneyId>())
                    .Concat(writes.ErasedJourneys)
                    .Distinct(),
            ],
            [.. writes.EventKeys.Select(key => key.Key).Distinct()],
            [
                .. writes
                    .Customers.Select(customer => customer.Id)
                    .Concat(writes.ErasedCustomerEntries.Select(entry => entry.Customer))
                    .Concat(TouchpointsOf(writes).Where(id => id.Customer is not null).Select(id => id.Customer!.Value))
                    .Distinct()
                    .Order(),
            ]
        );

    private static IEnumerable<TouchpointId> TouchpointsOf(BatchWrites writes) =>
        writes
            .NewTouchpoints.Concat(writes.ChangedTouchpoints)
            .Select(touchpoint => touchpoint.Id)
            .Concat(writes.References.Select(reference => reference.Touchpoint));
}
