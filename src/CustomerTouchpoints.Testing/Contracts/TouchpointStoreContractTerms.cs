using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What holds from one opening to the next.</summary>
internal static class TouchpointStoreContractTerms
{
    private static readonly JourneyId Id = "order/1042";

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("Each_opening_begins_a_greater_term", GreaterAsync),
            ("Everything_committed_is_there_after_reopening", ThereAsync),
            ("A_batch_left_open_leaves_nothing_after_reopening", LeftOpenAsync),
            ("Attempts_of_an_earlier_term_are_due_at_once", AttemptsAsync),
            ("An_attempt_that_is_overdue_keeps_its_instant", OverdueAsync),
            ("A_journey_without_an_attempt_keeps_its_due_instant", UntouchedAsync),
            ("Writing_goes_on_after_reopening", GoesOnAsync),
        ];

    private static async Task GreaterAsync(TouchpointStoreContractSubject subject)
    {
        for (int i = 0; i < 3; i++)
        {
            long before = subject.Term;
            await subject.ReopenAsync().ConfigureAwait(false);
            Check.That(subject.Term > before, $"Term {subject.Term} does not follow term {before}.");
        }
    }

    private static async Task ThereAsync(TouchpointStoreContractSubject subject)
    {
        BatchWrites writes = Rows.Raising(Id, "e1") with
        {
            NewTouchpoints = [Rows.Touchpoint(Rows.TouchpointId(Id))],
            Customers = [new CustomerRow("ana", """{"culture":"it"}""")],
            Parties = [new PartyRow(Id, "buyer", "ana")],
        };
        await subject.CommitAsync(writes).ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);

        IStoreBatch batch = await subject.BeginAsync(new BatchKeys([Id], [new EventKey(Id, "e1")], ["ana"])).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.SameOrder(writes.NewJourneys, batch.Journeys.Values, "The journeys");
            Check.SameOrder([new RaisedEvent(new EventKey(Id, "e1"), 7, writes.Journal[0])], batch.RaisedEvents.Values, "The events");
            Check.SameOrder(writes.Customers, batch.Customers.Values, "The customers");
        }

        Check.SameOrder(writes.Journal, await subject.JournalAsync(Id).ConfigureAwait(false), "The journal");
        Check.SameOrder(writes.NewTouchpoints, await subject.TouchpointsAsync(Id).ConfigureAwait(false), "The touchpoints");
        Check.SameOrder(
            [Id],
            await subject.Store.FindJourneysAsync("ana", CancellationToken.None).ConfigureAwait(false),
            "The customer's journeys"
        );
        Check.Equal(
            writes.Journal[0].RecordedAt,
            await subject.Store.ReadHighWaterMarkAsync(CancellationToken.None).ConfigureAwait(false),
            "The high-water mark"
        );
    }

    private static async Task LeftOpenAsync(TouchpointStoreContractSubject subject)
    {
        IStoreBatch batch = await subject.BeginAsync(Id).ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        Check.Equal(null, await subject.FindAsync(Id).ConfigureAwait(false), "The journey");
        await subject.CommitAsync(Rows.Opening(Id)).ConfigureAwait(false);
        await batch.DisposeAsync().ConfigureAwait(false);
        Check.Equal(Rows.Journey(Id, 1), await subject.FindAsync(Id).ConfigureAwait(false), "The journey");
    }

    private static async Task AttemptsAsync(TouchpointStoreContractSubject subject)
    {
        JourneyRow waiting = Rows.Journey(Id, 1) with { SendingTerm = subject.Term };
        JourneyRow later = Rows.Journey("order/2", 1) with { SendingTerm = subject.Term, DueAt = Rows.Noon.AddDays(2) };
        await subject
            .CommitAsync(new BatchWrites { NewJourneys = [waiting, later], Journal = [Rows.Entry(waiting.Id, 1), Rows.Entry(later.Id, 1)] })
            .ConfigureAwait(false);
        DateTimeOffset latest = Rows.Entry(Id, 1).RecordedAt;
        Check.Equal(0, (await subject.DueAsync(latest).ConfigureAwait(false)).Count, "What is due while the attempts are under way");

        // Twice: until the engine has settled them, they are due at every opening.
        for (int i = 0; i < 2; i++)
        {
            await subject.ReopenAsync().ConfigureAwait(false);
            IReadOnlyList<DueJourney> due = await subject.DueAsync(latest).ConfigureAwait(false);
            Check.SameOrder([waiting.Id, later.Id], due.Select(journey => journey.Journey), "What is due after reopening");
            JourneyRow? found = await subject.FindAsync(Id).ConfigureAwait(false);
            Check.Equal(waiting with { DueAt = due[0].DueAt }, found, "The journey after reopening");
        }
    }

    private static async Task OverdueAsync(TouchpointStoreContractSubject subject)
    {
        JourneyRow overdue = Rows.Journey(Id, 1) with { SendingTerm = subject.Term, DueAt = Rows.Noon.AddDays(-3) };
        await subject.CommitAsync(new BatchWrites { NewJourneys = [overdue], Journal = [Rows.Entry(Id, 1)] }).ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        Check.Equal(overdue, await subject.FindAsync(Id).ConfigureAwait(false), "The journey");
    }

    private static async Task UntouchedAsync(TouchpointStoreContractSubject subject)
    {
        JourneyRow quiet = Rows.Journey(Id, 1);
        JourneyRow planned = Rows.Journey("order/2", 1) with { DueAt = Rows.Noon.AddDays(2) };
        await subject
            .CommitAsync(new BatchWrites { NewJourneys = [quiet, planned], Journal = [Rows.Entry(quiet.Id, 1), Rows.Entry(planned.Id, 1)] })
            .ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        Check.Equal(quiet, await subject.FindAsync(quiet.Id).ConfigureAwait(false), "The journey with nothing due");
        Check.Equal(planned, await subject.FindAsync(planned.Id).ConfigureAwait(false), "The journey due later");
    }

    private static async Task GoesOnAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(Rows.Opening("order/2", entries: 2)).ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        await subject.CommitAsync(Rows.Opening("order/1", entries: 2)).ConfigureAwait(false);
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    ChangedJourneys =
                    [
                        Rows.Journey("order/2", 3) with
                        {
                            DueAt = Rows.Noon,
                        },
                        Rows.Journey("order/1", 2) with
                        {
                            DueAt = Rows.Noon,
                        },
                    ],
                    Journal = [Rows.Entry("order/2", 3)],
                }
            )
            .ConfigureAwait(false);
        Check.SameOrder(
            Enumerable.Range(1, 3).Select(sequence => Rows.Entry("order/2", sequence)),
            await subject.JournalAsync("order/2").ConfigureAwait(false),
            "The journal of the older journey"
        );
        Check.SameOrder(
            ["order/2", "order/1"],
            (await subject.DueAsync(Rows.Noon).ConfigureAwait(false)).Select(due => due.Journey.ToString()),
            "What is due, the older journey first"
        );
    }
}
