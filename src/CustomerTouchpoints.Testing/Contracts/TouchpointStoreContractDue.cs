using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What is due is found, once, in order.</summary>
internal static class TouchpointStoreContractDue
{
    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("Due_journeys_are_paged_without_loss_or_repeats", PagedAsync),
            ("Journeys_due_later_are_left_out", LaterAsync),
            ("A_journey_with_nothing_due_is_not_found", NothingDueAsync),
            ("A_journey_whose_due_instant_moves_is_found_at_the_new_one", MovedAsync),
            ("Paging_goes_on_from_a_journey_that_is_not_due_any_more", SettledMeanwhileAsync),
        ];

    private static BatchWrites DueAt(JourneyId id, DateTimeOffset? due) => new() { NewJourneys = [Rows.Journey(id) with { DueAt = due }] };

    private static BatchWrites DueNow(JourneyId id, DateTimeOffset? due) =>
        new() { ChangedJourneys = [Rows.Journey(id) with { DueAt = due }] };

    private static async Task PagedAsync(TouchpointStoreContractSubject subject)
    {
        // Twenty at one instant, some a microsecond around it, and not stored in the order in which they are due.
        DueJourney[] due =
        [
            new("order/early", Rows.Noon.AddMicroseconds(-1)),
            .. Enumerable.Range(0, 20).Select(i => new DueJourney(new JourneyId("order", $"at-once-{(i * 7) % 20}"), Rows.Noon)),
            new("order/soon", Rows.Noon.AddMicroseconds(1)),
            new("order/then", Rows.Noon.AddMicroseconds(2)),
        ];
        foreach (DueJourney journey in due.Skip(1).Append(due[0]))
        {
            await subject.CommitAsync(DueAt(journey.Journey, journey.DueAt)).ConfigureAwait(false);
        }

        foreach (int limit in (int[])[1, 2, 3, 7, 22, 23, 24])
        {
            Check.SameOrder(
                due,
                await subject.DueAsync(Rows.Noon.AddHours(1), limit).ConfigureAwait(false),
                $"What is due in pages of {limit}"
            );
        }
    }

    private static async Task LaterAsync(TouchpointStoreContractSubject subject)
    {
        Check.Equal(0, (await subject.DueAsync(DateTimeOffset.MaxValue).ConfigureAwait(false)).Count, "What is due in an empty store");
        await subject.CommitAsync(DueAt("order/1", Rows.Noon)).ConfigureAwait(false);
        await subject.CommitAsync(DueAt("order/2", Rows.Noon.AddMicroseconds(1))).ConfigureAwait(false);
        Check.Equal(0, (await subject.DueAsync(Rows.Noon.AddMicroseconds(-1)).ConfigureAwait(false)).Count, "What is due before noon");
        Check.SameOrder(
            [new DueJourney("order/1", Rows.Noon)],
            await subject.DueAsync(Rows.Noon).ConfigureAwait(false),
            "What is due at noon"
        );
    }

    private static async Task NothingDueAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(DueAt("order/1", Rows.Noon)).ConfigureAwait(false);
        await subject.CommitAsync(DueAt("order/2", null)).ConfigureAwait(false);
        await subject.CommitAsync(DueNow("order/1", null)).ConfigureAwait(false);
        Check.Equal(0, (await subject.DueAsync(DateTimeOffset.MaxValue).ConfigureAwait(false)).Count, "The number of due journeys");
    }

    private static async Task MovedAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(DueAt("order/1", Rows.Noon)).ConfigureAwait(false);
        await subject.CommitAsync(DueAt("order/2", Rows.Noon.AddHours(1))).ConfigureAwait(false);
        await subject.CommitAsync(DueNow("order/1", Rows.Noon.AddHours(2))).ConfigureAwait(false);
        Check.SameOrder(
            [new DueJourney("order/2", Rows.Noon.AddHours(1)), new DueJourney("order/1", Rows.Noon.AddHours(2))],
            await subject.DueAsync(DateTimeOffset.MaxValue).ConfigureAwait(false),
            "What is due"
        );
    }

    private static async Task SettledMeanwhileAsync(TouchpointStoreContractSubject subject)
    {
        JourneyId[] journeys = ["order/1", "order/2", "order/3"];
        foreach (JourneyId id in journeys)
        {
            await subject.CommitAsync(DueAt(id, Rows.Noon)).ConfigureAwait(false);
        }

        IReadOnlyList<DueJourney> first = await subject
            .Store.ReadDueAsync(Rows.Noon, null, 1, CancellationToken.None)
            .ConfigureAwait(false);
        await subject.CommitAsync(DueNow("order/1", null)).ConfigureAwait(false);
        IReadOnlyList<DueJourney> rest = await subject
            .Store.ReadDueAsync(Rows.Noon, first[0], 5, CancellationToken.None)
            .ConfigureAwait(false);
        Check.SameOrder(journeys, first.Concat(rest).Select(due => due.Journey), "Both pages");
    }
}
