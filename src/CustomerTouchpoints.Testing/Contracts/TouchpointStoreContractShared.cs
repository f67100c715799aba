using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;
using Subject = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractSubject;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>Two stores open on one place: what one of them holds, the other waits for; what one has written, the other finds.</summary>
internal static class TouchpointStoreContractShared
{
    /// <summary>What must wait is watched for so long.</summary>
    private static readonly TimeSpan Watched = TimeSpan.FromMilliseconds(300);

    private static readonly JourneyId Id = "order/1";

    /// <summary>A batch of nothing that runs beside others.</summary>
    private static readonly BatchKeys Beside = new([], [], []);

    public static IEnumerable<(string Name, Func<Subject, Subject, Task> Check)> Promises =>
        [
            .. TouchpointStoreContractHosts.Promises,
            .. TouchpointStoreContractSuppressions.OfShared,
            .. TouchpointStoreContractRates.OfShared,
            ("Of_two_batches_with_one_journey_the_second_waits_and_finds_what_the_first_wrote", JourneyAsync),
            ("Of_two_batches_with_a_journey_that_neither_knows_the_second_waits_and_finds_it", UnheardAsync),
            ("Of_two_batches_with_one_customer_the_second_waits_and_finds_what_the_first_wrote", CustomerAsync),
            ("A_batch_that_was_given_up_leaves_the_other_what_was_there", GivenUpAsync),
            ("Batches_with_nothing_in_common_do_not_wait_for_each_other", ApartAsync),
            ("An_event_that_one_host_has_raised_is_known_to_the_other", EventAsync),
            ("A_batch_that_runs_alone_waits_for_every_other_and_every_other_for_it", AloneAsync),
            ("What_both_count_adds_up", CountedAsync),
            ("A_switch_that_one_host_sets_binds_the_next_batch_of_the_other", SwitchAsync),
            ("What_is_due_is_read_by_one_host_or_the_other", DueAsync),
            ("Both_may_want_the_same_journeys_in_any_order_and_lose_no_entry", CrossingAsync),
        ];

    /// <summary>For stores that take facts from hosts' own transactions.</summary>
    public static IEnumerable<(string Name, Func<Subject, Subject, Task> Check)> OfIntake =>
        [("What_one_host_takes_from_the_intake_the_other_neither_waits_for_nor_gets", IntakeAsync)];

    private static async Task JourneyAsync(Subject one, Subject two)
    {
        await one.CommitAsync(Rows.Opening(Id)).ConfigureAwait(false);

        // Both have seen it before, and must find it anew nevertheless.
        await (await two.BeginAsync(Id).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        var writes = new BatchWrites { ChangedJourneys = [Rows.Journey(Id, 2)], Journal = [Rows.Entry(Id, 2)] };
        IStoreBatch second = await AfterAsync(one, two, new BatchKeys([Id], [], []), writes).ConfigureAwait(false);
        await using (second.ConfigureAwait(false))
        {
            Check.Equal(2, second.Journeys[Id].Sequence, "The sequence of the journey");
        }
    }

    private static async Task UnheardAsync(Subject one, Subject two)
    {
        IStoreBatch second = await AfterAsync(one, two, new BatchKeys([Id], [new EventKey(Id, "e1")], []), Rows.Raising(Id, "e1"))
            .ConfigureAwait(false);
        await using (second.ConfigureAwait(false))
        {
            Check.SameOrder([Rows.Journey(Id, 1)], second.Journeys.Values, "The journeys");
            Check.SameOrder([new EventKey(Id, "e1")], second.RaisedEvents.Keys, "The events");
        }
    }

    private static async Task CustomerAsync(Subject one, Subject two)
    {
        foreach (string traits in (string[])["""{"culture":"it"}""", """{"culture":"en"}"""])
        {
            var row = new CustomerRow("ana", traits);
            IStoreBatch second = await AfterAsync(one, two, new BatchKeys([], [], ["ana"]), new BatchWrites { Customers = [row] })
                .ConfigureAwait(false);
            await using (second.ConfigureAwait(false))
            {
                Check.SameOrder([row], second.Customers.Values, "The customers");
            }
        }
    }

    private static async Task GivenUpAsync(Subject one, Subject two)
    {
        IStoreBatch first = await one.BeginAsync(Id).ConfigureAwait(false);
        Task<IStoreBatch> waiting = two.BeginAsync(Id).AsTask();
        await first.DisposeAsync().ConfigureAwait(false);
        IStoreBatch second = await waiting.ConfigureAwait(false);
        await using (second.ConfigureAwait(false))
        {
            Check.Equal(0, second.Journeys.Count, "The count of journeys");
            await second.CommitAsync(Rows.Opening(Id), CancellationToken.None).ConfigureAwait(false);
        }

        Check.Equal(Rows.Journey(Id, 1), await one.FindAsync(Id).ConfigureAwait(false), "The journey");
    }

    private static async Task ApartAsync(Subject one, Subject two)
    {
        IStoreBatch first = await one.BeginAsync(new BatchKeys([Id], [], ["ana"])).ConfigureAwait(false);
        await using (first.ConfigureAwait(false))
        {
            IStoreBatch second = await two.BeginAsync(new BatchKeys(["order/2"], [], ["bo"])).ConfigureAwait(false);
            await using (second.ConfigureAwait(false))
            {
                await second
                    .CommitAsync(Rows.Opening("order/2") with { Customers = [new CustomerRow("bo", "{}")] }, CancellationToken.None)
                    .ConfigureAwait(false);
            }

            await first
                .CommitAsync(Rows.Opening(Id) with { Customers = [new CustomerRow("ana", "{}")] }, CancellationToken.None)
                .ConfigureAwait(false);
        }

        Check.Equal(
            2,
            (await one.Store.ReadJourneysAsync([Id, "order/2"], CancellationToken.None).ConfigureAwait(false)).Count,
            "The count of journeys"
        );
    }

    private static async Task EventAsync(Subject one, Subject two)
    {
        var key = new EventKey(Id, "e1");
        Check.Equal(null, await two.FindEventAsync(key).ConfigureAwait(false), "The event before it was raised");
        BatchWrites writes = Rows.Raising(Id, "e1");
        await one.CommitAsync(writes).ConfigureAwait(false);
        Check.Equal(new RaisedEvent(key, 7, writes.Journal[0]), await two.FindEventAsync(key).ConfigureAwait(false), "The event");
    }

    private static async Task AloneAsync(Subject one, Subject two)
    {
        BatchKeys alone = Beside with { IsExclusive = true };
        foreach ((BatchKeys first, BatchKeys second) in new[] { (alone, Beside), (Beside, alone), (alone, alone) })
        {
            IStoreBatch holding = await one.BeginAsync(first).ConfigureAwait(false);
            Task<IStoreBatch> waiting = two.BeginAsync(second).AsTask();
            await MustWaitAsync(waiting).ConfigureAwait(false);
            await holding.DisposeAsync().ConfigureAwait(false);
            await (await waiting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task CountedAsync(Subject one, Subject two)
    {
        const int Each = 25;
        async Task CountAsync(Subject subject)
        {
            for (int i = 0; i < Each; i++)
            {
                IStoreBatch batch = await subject.BeginAsync(Beside with { IsExclusive = true }).ConfigureAwait(false);
                await using (batch.ConfigureAwait(false))
                {
                    long before = batch.Tallies.SingleOrDefault(tally => tally.Key == "email")?.Count ?? 0;
                    await batch
                        .CommitAsync(new BatchWrites { Tallies = [new TallyRow("email", Rows.Noon, before + 1)] }, CancellationToken.None)
                        .ConfigureAwait(false);
                }
            }
        }

        await Task.WhenAll(CountAsync(one), CountAsync(two)).ConfigureAwait(false);
        IStoreBatch last = await one.BeginAsync(Beside).ConfigureAwait(false);
        await using (last.ConfigureAwait(false))
        {
            Check.SameOrder([new TallyRow("email", Rows.Noon, 2 * Each)], last.Tallies, "What was counted");
        }
    }

    private static async Task SwitchAsync(Subject one, Subject two)
    {
        SwitchRow row = TouchpointStoreContractSwitches.Switch("all", revision: 1);
        await one.CommitAsync(new BatchWrites { Switches = [row] }).ConfigureAwait(false);
        IStoreBatch batch = await two.BeginAsync(Beside).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            Check.SameOrder([row], batch.Switches, "The switches");
        }
    }

    private static async Task DueAsync(Subject one, Subject two)
    {
        JourneyId[] ids = [.. Enumerable.Range(1, 40).Select(i => new JourneyId("order", $"{i}"))];
        await one.CommitAsync(
                new BatchWrites
                {
                    NewJourneys = [.. ids.Select(id => Rows.Journey(id, 1) with { DueAt = Rows.Noon })],
                    Journal = [.. ids.Select(id => Rows.Entry(id, 1))],
                }
            )
            .ConfigureAwait(false);
        await (await two.BeginAsync(Beside).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        IEnumerable<DueJourney> read = (await one.DueAsync(Rows.Noon, limit: 3).ConfigureAwait(false)).Concat(
            await two.DueAsync(Rows.Noon, limit: 3).ConfigureAwait(false)
        );
        Check.SameOrder(
            ids.OrderBy(id => id.Key, StringComparer.Ordinal),
            read.Select(due => due.Journey).Distinct().OrderBy(id => id.Key, StringComparer.Ordinal),
            "What both read together"
        );
    }

    private static async Task CrossingAsync(Subject one, Subject two)
    {
        const int Each = 30;
        JourneyId[] ids = ["order/1", "order/2", "order/3", "order/4"];
        async Task AppendAsync(Subject subject, JourneyId[] wanted)
        {
            for (int i = 0; i < Each; i++)
            {
                IStoreBatch batch = await subject.BeginAsync(wanted).ConfigureAwait(false);
                await using (batch.ConfigureAwait(false))
                {
                    JourneyRow[] next =
                    [
                        .. wanted.Select(id => Rows.Journey(id, (batch.Journeys.GetValueOrDefault(id)?.Sequence ?? 0) + 1)),
                    ];
                    await batch
                        .CommitAsync(
                            new BatchWrites
                            {
                                NewJourneys = [.. next.Where(row => row.Sequence == 1)],
                                ChangedJourneys = [.. next.Where(row => row.Sequence > 1)],
                                Journal = [.. next.Select(row => Rows.Entry(row.Id, row.Sequence))],
                            },
                            CancellationToken.None
                        )
                        .ConfigureAwait(false);
                }
            }
        }

        await Task.WhenAll(AppendAsync(one, ids), AppendAsync(two, [.. ids.Reverse()])).ConfigureAwait(false);
        foreach (JourneyId id in ids)
        {
            Check.Equal(2 * Each, (await one.JournalAsync(id).ConfigureAwait(false)).Count, $"The count of entries of {id}");
        }
    }

    private static async Task IntakeAsync(Subject one, Subject two)
    {
        await one.EnlistAsync(commit: true, TouchpointStoreContractIntake.Fact(), TouchpointStoreContractIntake.Fact(eventId: "e2"))
            .ConfigureAwait(false);
        long[] numbers = [.. (await two.IntakeAsync().ConfigureAwait(false)).Select(row => row.Number)];
        IStoreBatch first = await one.BeginAsync(Beside with { Intake = [numbers[0]] }).ConfigureAwait(false);
        await using (first.ConfigureAwait(false))
        {
            IStoreBatch second = await two.BeginAsync(Beside with { Intake = numbers }).ConfigureAwait(false);
            await using (second.ConfigureAwait(false))
            {
                Check.SameOrder([numbers[1]], second.Intake, "What the second batch holds");
                await second.CommitAsync(new BatchWrites { Taken = [numbers[1]] }, CancellationToken.None).ConfigureAwait(false);
            }
        }

        // The first gave it up.
        await two.TakeAsync(numbers[0]).ConfigureAwait(false);
        Check.Equal(0, (await one.IntakeAsync().ConfigureAwait(false)).Count, "The count of facts");
    }

    /// <summary>One host's batch is open; the other's waits for it, and begins once it was committed.</summary>
    private static async Task<IStoreBatch> AfterAsync(Subject one, Subject two, BatchKeys keys, BatchWrites writes)
    {
        IStoreBatch first = await one.BeginAsync(keys).ConfigureAwait(false);
        Task<IStoreBatch> waiting = two.BeginAsync(keys).AsTask();
        await using (first.ConfigureAwait(false))
        {
            await MustWaitAsync(waiting).ConfigureAwait(false);
            await first.CommitAsync(writes, CancellationToken.None).ConfigureAwait(false);
        }

        return await waiting.ConfigureAwait(false);
    }

    /// <summary>What is begun by one host waits for the other.</summary>
    public static async Task MustWaitAsync(Task<IStoreBatch> waiting)
    {
        try
        {
            IStoreBatch batch = await waiting.WaitAsync(Watched).ConfigureAwait(false);
            await batch.DisposeAsync().ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return;
        }

        throw new ContractViolationException("The second batch did not wait for the first.");
    }
}
