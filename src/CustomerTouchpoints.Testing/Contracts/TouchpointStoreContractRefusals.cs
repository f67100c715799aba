using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>A batch that contradicts what is stored is refused as a whole.</summary>
internal static class TouchpointStoreContractRefusals
{
    private static readonly JourneyId Known = "order/1";
    private static readonly JourneyId Fresh = "order/2";

    private static readonly BatchWrites Stored = Rows.Raising(Known, "e1") with
    {
        NewTouchpoints = [Rows.Touchpoint(Rows.TouchpointId(Known))],
        Parties = [new PartyRow(Known, "buyer", "ana")],
    };

    /// <summary>The known journey's next step, without fault.</summary>
    private static readonly BatchWrites Next = new() { ChangedJourneys = [Rows.Journey(Known, 2)], Journal = [Rows.Entry(Known, 2)] };

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            Refused("A_journey_is_not_opened_twice", Rows.Opening(Known)),
            Refused("A_journey_is_not_opened_twice_in_one_batch", Next with { NewJourneys = [Rows.Journey(Fresh), Rows.Journey(Fresh)] }),
            Refused("A_journey_that_does_not_exist_is_not_changed", new BatchWrites { ChangedJourneys = [Rows.Journey(Fresh)] }),
            Refused(
                "A_journey_is_not_changed_twice_in_one_batch",
                Next with
                {
                    ChangedJourneys = [Rows.Journey(Known, 2), Rows.Journey(Known, 2)],
                }
            ),
            Refused("An_event_is_not_raised_twice", Next with { EventKeys = [new EventKeyRow(new EventKey(Known, "e1"), 7, 2)] }),
            Refused("An_event_is_not_raised_twice_in_one_batch", Next with { EventKeys = [Key("e2", 2), Key("e2", 2)] }),
            Refused("An_event_has_a_journal_entry_of_its_own_batch", Next with { EventKeys = [Key("e2", 1)] }),
            Refused("An_event_does_not_run_ahead_of_the_journal", Next with { EventKeys = [Key("e2", 3)] }),
            Refused(
                "A_touchpoint_is_not_planned_twice",
                Next with
                {
                    NewTouchpoints = [Rows.Touchpoint(Rows.TouchpointId(Known), order: 2)],
                }
            ),
            Refused(
                "A_touchpoint_that_was_never_planned_is_not_changed",
                Next with
                {
                    ChangedTouchpoints = [Rows.Touchpoint(Rows.TouchpointId(Known, "other"))],
                }
            ),
            Refused("A_touchpoint_belongs_to_a_journey", Next with { NewTouchpoints = [Rows.Touchpoint(Rows.TouchpointId(Fresh))] }),
            Refused("A_role_is_not_filled_twice", Next with { Parties = [new PartyRow(Known, "buyer", "bo")] }),
            Refused("A_role_belongs_to_a_journey", Next with { Parties = [new PartyRow(Fresh, "buyer", "bo")] }),
            Refused(
                "A_journal_entry_is_not_written_twice",
                Next with
                {
                    Journal = [Rows.Entry(Known, 1)],
                    ChangedJourneys = [Rows.Journey(Known, 1)],
                }
            ),
            Refused("A_journal_has_no_gaps", Next with { Journal = [Rows.Entry(Known, 3)], ChangedJourneys = [Rows.Journey(Known, 3)] }),
            Refused(
                "A_journal_starts_at_one",
                Rows.Opening(Fresh) with
                {
                    Journal = [Rows.Entry(Fresh, 0)],
                    NewJourneys = [Rows.Journey(Fresh)],
                }
            ),
            Refused("A_journey_knows_its_last_journal_entry", Next with { ChangedJourneys = [Rows.Journey(Known, 3)] }),
            Refused("A_journal_entry_comes_with_its_journey", Next with { ChangedJourneys = [] }),
            ("A_journey_outside_the_batchs_keys_is_not_written", OutsideAsync),
        ];

    private static EventKeyRow Key(string eventId, long sequence) => new(new EventKey(Known, eventId), 7, sequence);

    private static (string Name, Func<TouchpointStoreContractSubject, Task> Check) Refused(string name, BatchWrites writes) =>
        (name, subject => RefusedAsync(subject, writes));

    private static async Task RefusedAsync(TouchpointStoreContractSubject subject, BatchWrites writes)
    {
        await subject.CommitAsync(Stored).ConfigureAwait(false);

        // What stands beside the fault must not be stored either.
        await Check
            .FailsAsync<InvalidOperationException>(
                () =>
                    subject.CommitAsync(
                        writes with
                        {
                            NewJourneys = [Rows.Journey("order/neighbour"), .. writes.NewJourneys],
                            Customers = [new CustomerRow("bo", "{}")],
                        }
                    ),
                "The batch"
            )
            .ConfigureAwait(false);
        await UntouchedAsync(subject).ConfigureAwait(false);
    }

    private static async Task OutsideAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(Stored).ConfigureAwait(false);
        IStoreBatch batch = await subject.BeginAsync(Fresh).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await Check
                .FailsAsync<InvalidOperationException>(
                    async () => await batch.CommitAsync(Next, CancellationToken.None).ConfigureAwait(false),
                    "A change of a journey that was not loaded"
                )
                .ConfigureAwait(false);
        }

        await UntouchedAsync(subject).ConfigureAwait(false);
    }

    private static async Task UntouchedAsync(TouchpointStoreContractSubject subject)
    {
        IStoreBatch batch = await subject
            .BeginAsync(new BatchKeys([Known, Fresh, "order/neighbour"], [new EventKey(Known, "e1"), new EventKey(Known, "e2")], ["bo"]))
            .ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.SameOrder(Stored.NewJourneys, batch.Journeys.Values, "The journeys after the refusal");
            Check.SameOrder([new EventKey(Known, "e1")], batch.RaisedEvents.Keys, "The events after the refusal");
            Check.Equal(0, batch.Customers.Count, "The number of customers after the refusal");
        }

        Check.SameOrder(Stored.Journal, await subject.JournalAsync(Known).ConfigureAwait(false), "The journal after the refusal");
        Check.SameOrder(
            Stored.NewTouchpoints,
            await subject.TouchpointsAsync(Known).ConfigureAwait(false),
            "The touchpoints after the refusal"
        );
        Check.Equal(
            0,
            (await subject.Store.FindJourneysAsync("bo", CancellationToken.None).ConfigureAwait(false)).Count,
            "The journeys of bo"
        );

        // The next batch finds everything in order.
        await subject.CommitAsync(Next with { EventKeys = [Key("e2", 2)] }).ConfigureAwait(false);
        await subject.CommitAsync(Rows.Opening(Fresh, entries: 2)).ConfigureAwait(false);
        Check.SameOrder(
            [.. Stored.Journal, .. Next.Journal],
            await subject.JournalAsync(Known).ConfigureAwait(false),
            "The journal after the next batch"
        );
        Check.Equal(2, (await subject.JournalAsync(Fresh).ConfigureAwait(false)).Count, "The length of the next journey's journal");
    }
}
