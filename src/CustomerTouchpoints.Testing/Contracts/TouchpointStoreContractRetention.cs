using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What is finished goes as a whole, and leaves a tombstone.</summary>
internal static class TouchpointStoreContractRetention
{
    private static readonly JourneyId Done = "order/done";
    private static readonly JourneyId Open = "order/open";

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Func<Task>, Task> Check)> Promises =>
        [
            ("What_is_finished_goes_with_everything_that_belongs_to_it_and_leaves_a_tombstone", GoneAsync),
            ("What_is_not_finished_stays_as_it_was", StaysAsync),
            ("What_is_solved_but_due_being_sent_or_held_is_not_finished", NotYetAsync),
            ("A_tombstone_takes_what_comes_late_and_loses_it_again", TombstoneAsync),
            ("Thousands_that_are_finished_go", ThousandsAsync),
        ];

    private static async Task GoneAsync(TouchpointStoreContractSubject subject, Func<Task> prune)
    {
        BatchWrites done = Whole(Done, "solved");
        await subject.CommitAsync(done).ConfigureAwait(false);
        await subject.CommitAsync(Whole(Open, "open")).ConfigureAwait(false);
        await prune().ConfigureAwait(false);

        JourneyRow? tombstone = await subject.FindAsync(Done).ConfigureAwait(false);
        Check.Equal(done.NewJourneys[0] with { Standing = "closed", Data = "{}" }, tombstone, "The tombstone");
        Check.Equal(0, (await subject.JournalAsync(Done).ConfigureAwait(false)).Count, "The count of journal entries");
        Check.Equal(0, (await subject.TouchpointsAsync(Done).ConfigureAwait(false)).Count, "The count of touchpoints");
        Check.SameOrder(
            [Open],
            (await subject.Store.ReadShelvedAsync([Done, Open], CancellationToken.None).ConfigureAwait(false)).Select(row => row.Journey),
            "The journeys of what waits for a person"
        );
        Check.SameOrder(
            [Open],
            (
                await subject.Store.Receipts.ReadReceiptsAsync([new(Done, 1), new(Open, 1)], CancellationToken.None).ConfigureAwait(false)
            ).Select(receipt => receipt.Touchpoint.Journey),
            "The journeys of receipts"
        );
        Check.Equal(null, await subject.FindEventAsync(new EventKey(Done, "e1")).ConfigureAwait(false), "The event");
        Check.Equal(null, await subject.Store.FindClockAsync(done.Clocks[0].Id, CancellationToken.None).ConfigureAwait(false), "The clock");
        Check.SameOrder(
            [Open],
            (await ClocksAsync(subject).ConfigureAwait(false)).Select(clock => clock.Id.Journey),
            "The journeys of clocks"
        );
        Check.SameOrder(
            [Open],
            (await PromisesAsync(subject).ConfigureAwait(false)).Select(promise => promise.Id.Journey),
            "The journeys of promises"
        );
        Check.Equal(
            1,
            (await subject.Store.CountPromisesAsync(new PromiseQuery(), CancellationToken.None).ConfigureAwait(false)).Sum(count =>
                count.Count
            ),
            "The count of promises"
        );
        Check.SameOrder(
            [Open],
            await subject.Store.FindJourneysAsync("ana", CancellationToken.None).ConfigureAwait(false),
            "The customer's journeys"
        );
    }

    private static async Task StaysAsync(TouchpointStoreContractSubject subject, Func<Task> prune)
    {
        BatchWrites open = Whole(Open, "open");
        await subject.CommitAsync(open).ConfigureAwait(false);
        await prune().ConfigureAwait(false);

        Check.SameOrder(open.NewJourneys, [await subject.FindAsync(Open).ConfigureAwait(false)], "The journey");
        Check.SameOrder(open.Journal, await subject.JournalAsync(Open).ConfigureAwait(false), "The journal");
        Check.SameOrder(open.NewTouchpoints, await subject.TouchpointsAsync(Open).ConfigureAwait(false), "The touchpoints");
        Check.SameOrder(open.Clocks, await ClocksAsync(subject).ConfigureAwait(false), "The clocks");
        Check.SameOrder(open.Promises, await PromisesAsync(subject).ConfigureAwait(false), "The promises");
        Check.Equal(
            new RaisedEvent(new EventKey(Open, "e1"), 7, open.Journal[0]),
            await subject.FindEventAsync(new EventKey(Open, "e1")).ConfigureAwait(false),
            "The event"
        );
    }

    private static async Task NotYetAsync(TouchpointStoreContractSubject subject, Func<Task> prune)
    {
        JourneyRow[] waiting =
        [
            Rows.Journey("order/due", 1) with
            {
                Standing = "solved",
                DueAt = Rows.Noon,
            },
            Rows.Journey("order/held", 1) with
            {
                Standing = "solved",
                HeldAtRevision = 1,
            },
            Rows.Journey("order/sending", 1) with
            {
                Standing = "closed",
                SendingTerm = subject.Term,
            },
        ];
        await subject
            .CommitAsync(new BatchWrites { NewJourneys = waiting, Journal = [.. waiting.Select(journey => Rows.Entry(journey.Id, 1))] })
            .ConfigureAwait(false);
        await prune().ConfigureAwait(false);
        foreach (JourneyRow journey in waiting)
        {
            Check.Equal(journey, await subject.FindAsync(journey.Id).ConfigureAwait(false), "The journey");
            Check.Equal(1, (await subject.JournalAsync(journey.Id).ConfigureAwait(false)).Count, "The count of journal entries");
        }
    }

    private static async Task TombstoneAsync(TouchpointStoreContractSubject subject, Func<Task> prune)
    {
        await subject.CommitAsync(Whole(Done, "closed")).ConfigureAwait(false);
        await prune().ConfigureAwait(false);
        JourneyRow late = Rows.Journey(Done, 2) with { Standing = "closed" };
        JournalRow entry = Rows.Entry(Done, 2, "e1") with { Outcome = "closed" };
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    ChangedJourneys = [late],
                    Journal = [entry],
                    EventKeys = [new EventKeyRow(new EventKey(Done, "e1"), 7, 2)],
                }
            )
            .ConfigureAwait(false);
        Check.SameOrder([entry], await subject.JournalAsync(Done).ConfigureAwait(false), "The journal");
        await prune().ConfigureAwait(false);
        Check.Equal(0, (await subject.JournalAsync(Done).ConfigureAwait(false)).Count, "The count of journal entries");
        Check.Equal(late, await subject.FindAsync(Done).ConfigureAwait(false), "The tombstone");
    }

    private static async Task ThousandsAsync(TouchpointStoreContractSubject subject, Func<Task> prune)
    {
        JourneyId[] ids = [.. Enumerable.Range(0, 1500).Select(i => new JourneyId("order", $"{i}"))];
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    NewJourneys = [.. ids.Select(id => Rows.Journey(id, 1) with { Standing = "closed" })],
                    Journal = [.. ids.Select(id => Rows.Entry(id, 1))],
                }
            )
            .ConfigureAwait(false);
        await prune().ConfigureAwait(false);
        Check.Equal(
            0,
            (await subject.Store.ReadJournalAsync(null, 10, CancellationToken.None).ConfigureAwait(false)).Count,
            "The count of entries in any journal"
        );
        Check.Equal(
            1500,
            (await subject.Store.ReadJourneysAsync(ids, CancellationToken.None).ConfigureAwait(false)).Count,
            "The count of tombstones"
        );
    }

    /// <summary>A journey with a row of each kind.</summary>
    private static BatchWrites Whole(JourneyId id, string standing)
    {
        BatchWrites raising = Rows.Raising(id, "e1");
        return raising with
        {
            NewJourneys = [raising.NewJourneys[0] with { Standing = standing, Data = """{"total":3}""" }],
            Journal = [raising.Journal[0] with { Data = """{"total":3}""" }],
            NewTouchpoints = [Rows.Touchpoint(Rows.TouchpointId(id))],
            Shelved = [new ShelvedRow(id, 1, "{}")],
            Receipts = [new ReceiptRow(new TouchpointPlace(id, 1), ReceiptKind.Opened, Rows.Noon, Rows.Noon)],
            Clocks = [TouchpointStoreContractClocks.Clock(id)],
            Promises = [TouchpointStoreContractPromises.Promise(id)],
            Customers = [new CustomerRow("ana", "{}")],
            Parties = [new PartyRow(id, "buyer", "ana")],
        };
    }

    private static ValueTask<IReadOnlyList<ClockRow>> ClocksAsync(TouchpointStoreContractSubject subject) =>
        subject.Store.ReadClocksAsync(new ClockQuery(), null, 10, CancellationToken.None);

    private static ValueTask<IReadOnlyList<PromiseRow>> PromisesAsync(TouchpointStoreContractSubject subject) =>
        subject.Store.ReadPromisesAsync(new PromiseQuery(), null, 10, CancellationToken.None);
}
