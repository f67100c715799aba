using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>
/// Takes out of the store what it knows of customers who were erased, in small commits: journey by journey, and then what is their own.
/// Each
/// step looks for what is still there, so that it can be begun anew at any time.
/// </summary>
internal sealed class Erasure(
    WriterDoor writer,
    StoreTurn turn,
    ITouchpointStore store,
    StoreReaders readers,
    LifecycleRegistry lifecycles,
    StoreTime time
)
{
    /// <summary>How many rows one commit writes.</summary>
    private const int Page = 200;

    private readonly DigestErasure digests = new(writer, turn, store, time);

    /// <summary>How often to look whether an attempt that is under way has ended.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Erases a customer whose stone is set, and all who were merged into them.</summary>
    public async Task<ErasureResult> RunAsync(CustomerId customer)
    {
        IReadOnlyList<CustomerId> ids = await readers.Identity.AllOfAsync(customer, CancellationToken.None).ConfigureAwait(false);
        var journeys = new HashSet<JourneyId>();
        foreach (CustomerId id in ids)
        {
            foreach (JourneyId journey in await store.FindJourneysAsync(id, CancellationToken.None).ConfigureAwait(false))
            {
                await LeaveAsync(journey, customer).ConfigureAwait(false);
                await ForgetAsync(journey, customer).ConfigureAwait(false);
                journeys.Add(journey);
            }
        }

        foreach (CustomerId id in ids)
        {
            await ForgetAsync(id).ConfigureAwait(false);
        }

        await store.ScrubAsync(CancellationToken.None).ConfigureAwait(false);
        return new ErasureResult { Customer = customer, Journeys = journeys.Count };
    }

    /// <summary>
    /// Withdraws what is pending for them in a journey, and waits for what is under way: an attempt ends, or its lease does.
    /// </summary>
    private async Task LeaveAsync(JourneyId journey, CustomerId customer)
    {
        if (!lifecycles.Knows(journey))
        {
            throw new InvalidOperationException(
                $"{journey} of {customer} can't be erased here: this host has no lifecycle of that name. Erase them on a host that has; "
                    + "keep a lifecycle registered until the last of its journeys has left."
            );
        }

        while (true)
        {
            var leaving = new JourneyErasure(journey, customer, Instants.Truncate(time.GetUtcNow()));
            await writer.SubmitAsync(leaving).ConfigureAwait(false);
            if (await leaving.Result.ConfigureAwait(false))
            {
                return;
            }

            await Task.Delay(Pause, time, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Takes data and free texts out of what is stored of a journey, up to the entry that says that they were erased.</summary>
    private async Task ForgetAsync(JourneyId journey, CustomerId customer)
    {
        IReadOnlyList<JournalRow> journal = await store.ReadJournalAsync(journey, CancellationToken.None).ConfigureAwait(false);
        await digests.ForgetTakenAsync(journal).ConfigureAwait(false);
        await digests.ForgetCarriedAsync(journal, customer).ConfigureAwait(false);
        IReadOnlyList<TouchpointRow> touchpoints = await store.ReadTouchpointsAsync(journey, CancellationToken.None).ConfigureAwait(false);
        ErasedJournal erased = ErasedJournal.Of(journal, customer);
        TouchpointRow[] bared =
        [
            .. touchpoints
                .Where(row => row.Customer == customer)
                .Select(row => (Row: row, Bared: ErasedJournal.Erased(row)))
                .Where(changed => changed.Row != changed.Bared)
                .Select(changed => changed.Bared),
        ];
        var keys = new BatchKeys([journey], [], []);
        foreach (JournalRow[] page in erased.Changed.Chunk(Page))
        {
            await CommitAsync(keys, new BatchWrites { ErasedEntries = page }).ConfigureAwait(false);
        }

        foreach (TouchpointRow[] page in bared.Chunk(Page))
        {
            await CommitAsync(keys, new BatchWrites { ChangedTouchpoints = page }).ConfigureAwait(false);
        }

        foreach (TouchpointId[] page in touchpoints.Where(row => row.Customer == customer).Select(row => row.Id).Chunk(Page))
        {
            await CommitAsync(keys, new BatchWrites { ErasedReferences = page }).ConfigureAwait(false);
        }

        await CommitAsync(keys, new BatchWrites { ErasedJourneys = [journey] }).ConfigureAwait(false);
    }

    /// <summary>Takes the evidence out of a customer's own journal, and what waits in the intake.</summary>
    private async Task ForgetAsync(CustomerId id)
    {
        IReadOnlyList<CustomerJournalRow> journal = await store.ReadCustomerJournalAsync(id, CancellationToken.None).ConfigureAwait(false);
        CustomerJournalRow[] changed =
        [
            .. journal
                .Select(row => (Row: row, Erased: CustomerRows.ToRow(id, CustomerRows.ToEntry(row).Erased())))
                .Where(entry => entry.Row != entry.Erased)
                .Select(entry => entry.Erased),
        ];
        var keys = new BatchKeys([], [], [id]);
        foreach (CustomerJournalRow[] page in changed.Chunk(Page))
        {
            await CommitAsync(keys, new BatchWrites { ErasedCustomerEntries = page }).ConfigureAwait(false);
        }

        await CommitAsync(
                keys,
                new BatchWrites
                {
                    ErasedNames = [IntakeRows.TextOf(id)],
                    Inbox = new InboxWrites { Erased = [id] },
                }
            )
            .ConfigureAwait(false);
    }

    private Task<bool> CommitAsync(BatchKeys keys, BatchWrites writes) => turn.CommitAsync(keys, _ => writes, CancellationToken.None);
}
