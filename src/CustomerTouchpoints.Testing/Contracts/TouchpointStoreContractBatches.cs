using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What a batch loads, and how it ends.</summary>
internal static class TouchpointStoreContractBatches
{
    private static readonly JourneyId Known = "order/1";
    private static readonly JourneyId Unknown = "order/2";

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("A_batch_loads_what_exists_of_its_keys_and_nothing_else", LoadsAsync),
            ("A_raised_event_comes_back_with_its_first_journal_entry", RaisedAsync),
            ("One_event_id_in_two_journeys_is_two_events", TwoJourneysAsync),
            ("A_key_of_an_event_outside_the_batchs_journeys_is_refused", StrayEventAsync),
            ("A_batch_of_many_interleaved_rows_is_stored_whole", ManyAsync),
            ("An_empty_batch_commits", subject => subject.CommitAsync(new BatchWrites())),
            ("A_batch_disposed_without_a_commit_leaves_nothing", DisposedAsync),
            ("A_cancelled_commit_leaves_nothing", CancelledAsync),
            ("A_batch_commits_once", OnceAsync),
            ("Batches_do_not_overlap", OverlapAsync),
        ];

    private static async Task LoadsAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(Rows.Raising(Known, "e1") with { Customers = [new CustomerRow("ana", "{}")] }).ConfigureAwait(false);
        await subject.CommitAsync(Rows.Opening("order/3")).ConfigureAwait(false);
        IStoreBatch batch = await subject
            .BeginAsync(
                new BatchKeys(
                    [Known, Unknown],
                    [new EventKey(Known, "e1"), new EventKey(Known, "e2"), new EventKey(Unknown, "e1")],
                    ["ana", "bo"]
                )
            )
            .ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.SameOrder([Known], batch.Journeys.Keys, "The journeys");
            Check.SameOrder([new EventKey(Known, "e1")], batch.RaisedEvents.Keys, "The events");
            Check.SameOrder(["ana"], batch.Customers.Keys.Select(customer => customer.Value), "The customers");
        }
    }

    private static async Task RaisedAsync(TouchpointStoreContractSubject subject)
    {
        // The event is the second and third of four entries.
        JournalRow first = Rows.Entry(Known, 2, "e1") with
        {
            Data = """{"carrier":"DHL"}""",
        };
        await subject.CommitAsync(Rows.Opening(Known)).ConfigureAwait(false);
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    ChangedJourneys = [Rows.Journey(Known, 4)],
                    Journal = [first, Rows.Entry(Known, 3), Rows.Entry(Known, 4, "e2")],
                    EventKeys =
                    [
                        new EventKeyRow(new EventKey(Known, "e1"), long.MinValue, 2),
                        new EventKeyRow(new EventKey(Known, "e2"), -1, 4),
                    ],
                }
            )
            .ConfigureAwait(false);
        Check.Equal(
            new RaisedEvent(new EventKey(Known, "e1"), long.MinValue, first),
            await subject.FindEventAsync(new EventKey(Known, "e1")).ConfigureAwait(false),
            "The raised event"
        );
        Check.Equal(
            new RaisedEvent(new EventKey(Known, "e2"), -1, Rows.Entry(Known, 4, "e2")),
            await subject.FindEventAsync(new EventKey(Known, "e2")).ConfigureAwait(false),
            "The raised event"
        );
    }

    private static async Task TwoJourneysAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(Rows.Raising(Known, "e1", fingerprint: 1)).ConfigureAwait(false);
        await subject.CommitAsync(Rows.Raising(Unknown, "e1", fingerprint: 2)).ConfigureAwait(false);
        RaisedEvent? one = await subject.FindEventAsync(new EventKey(Known, "e1")).ConfigureAwait(false);
        RaisedEvent? two = await subject.FindEventAsync(new EventKey(Unknown, "e1")).ConfigureAwait(false);
        Check.SameOrder([1L, 2L], [one?.Fingerprint, two?.Fingerprint], "The fingerprints");
    }

    private static async Task StrayEventAsync(TouchpointStoreContractSubject subject)
    {
        await Check
            .FailsAsync<ArgumentException>(
                async () => await subject.BeginAsync(new BatchKeys([Known], [new EventKey(Unknown, "e1")], [])).ConfigureAwait(false),
                "A batch with an event of another journey"
            )
            .ConfigureAwait(false);
        await subject.CommitAsync(Rows.Opening(Known)).ConfigureAwait(false);
    }

    private static async Task ManyAsync(TouchpointStoreContractSubject subject)
    {
        const int Count = 512;
        JourneyId[] journeys = [.. Enumerable.Range(0, Count).Select(i => new JourneyId("order", $"{i:000}"))];
        JournalRow[] journal =
        [
            .. Enumerable.Range(1, 3).SelectMany(sequence => journeys.Select(id => Rows.Entry(id, sequence, $"e{sequence}"))),
        ];
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    NewJourneys = [.. journeys.Select(id => Rows.Journey(id, 3))],
                    Journal = journal,
                    EventKeys =
                    [
                        .. journal.Select(entry => new EventKeyRow(
                            new EventKey(entry.Journey, entry.EventId!),
                            entry.Sequence,
                            entry.Sequence
                        )),
                    ],
                    NewTouchpoints = [.. journeys.Select(id => Rows.Touchpoint(Rows.TouchpointId(id)))],
                    Parties = [.. journeys.Select(id => new PartyRow(id, "buyer", "ana"))],
                }
            )
            .ConfigureAwait(false);

        foreach (JourneyId id in journeys)
        {
            Check.SameOrder(
                journal.Where(entry => entry.Journey == id),
                await subject.JournalAsync(id).ConfigureAwait(false),
                $"The journal of {id}"
            );
            RaisedEvent? raised = await subject.FindEventAsync(new EventKey(id, "e2")).ConfigureAwait(false);
            Check.Equal(Rows.Entry(id, 2, "e2"), raised?.Entry, $"The entry of the second event of {id}");
        }

        IReadOnlyList<JourneyId> anas = await subject.Store.FindJourneysAsync("ana", CancellationToken.None).ConfigureAwait(false);
        Check.SameOrder(journeys, anas, "The customer's journeys");
    }

    private static async Task DisposedAsync(TouchpointStoreContractSubject subject)
    {
        IStoreBatch batch = await subject.BeginAsync(Known).ConfigureAwait(false);
        await batch.DisposeAsync().ConfigureAwait(false);
        await batch.DisposeAsync().ConfigureAwait(false);
        Check.Equal(null, await subject.FindAsync(Known).ConfigureAwait(false), "The journey");
        await Check
            .FailsAsync<InvalidOperationException>(
                async () => await batch.CommitAsync(Rows.Opening(Known), CancellationToken.None).ConfigureAwait(false),
                "A commit after the batch was disposed"
            )
            .ConfigureAwait(false);
        await subject.CommitAsync(Rows.Opening(Known)).ConfigureAwait(false);
        Check.Equal(Rows.Journey(Known, 1), await subject.FindAsync(Known).ConfigureAwait(false), "The journey");
    }

    private static async Task CancelledAsync(TouchpointStoreContractSubject subject)
    {
        IStoreBatch batch = await subject.BeginAsync(Known).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await Check
                .FailsAsync<OperationCanceledException>(
                    async () => await batch.CommitAsync(Rows.Opening(Known), new CancellationToken(canceled: true)).ConfigureAwait(false),
                    "A commit that was cancelled before it began"
                )
                .ConfigureAwait(false);
        }

        Check.Equal(null, await subject.FindAsync(Known).ConfigureAwait(false), "The journey");
    }

    private static async Task OnceAsync(TouchpointStoreContractSubject subject)
    {
        IStoreBatch batch = await subject.BeginAsync(Known).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.CommitAsync(Rows.Opening(Known), CancellationToken.None).ConfigureAwait(false);
            await Check
                .FailsAsync<InvalidOperationException>(
                    async () => await batch.CommitAsync(new BatchWrites(), CancellationToken.None).ConfigureAwait(false),
                    "A second commit of one batch"
                )
                .ConfigureAwait(false);
        }

        Check.Equal(Rows.Journey(Known, 1), await subject.FindAsync(Known).ConfigureAwait(false), "The journey");
    }

    private static async Task OverlapAsync(TouchpointStoreContractSubject subject)
    {
        IStoreBatch batch = await subject.BeginAsync(Known).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await Check
                .FailsAsync<InvalidOperationException>(
                    async () => await subject.BeginAsync(Unknown).ConfigureAwait(false),
                    "A batch while another one is open"
                )
                .ConfigureAwait(false);
            await batch.CommitAsync(Rows.Opening(Known), CancellationToken.None).ConfigureAwait(false);
        }

        Check.Equal(Rows.Journey(Known, 1), await subject.FindAsync(Known).ConfigureAwait(false), "The journey");
    }
}
