using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using static CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCustomerTouchpoints;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;
using Subject = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractSubject;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What is due of the touchpoints that belong to customers is found, once, in order.</summary>
internal static class TouchpointStoreContractDueTouchpoints
{
    private static readonly JourneyId Journey = "order/1";

    public static IEnumerable<(string Name, Func<Subject, Task> Check)> Promises =>
        [
            ("Touchpoints_of_customers_that_are_due_come_with_their_owners", DueAsync),
            ("Touchpoints_of_customers_that_are_due_are_paged_without_loss_or_repeats", DuePagesAsync),
            ("Touchpoints_of_customers_make_no_journey_due", NotDueWithJourneysAsync),
        ];

    private static async Task DueAsync(Subject subject)
    {
        TouchpointRow now = Of("ben", "news");
        TouchpointRow before = Of("ana", "offers") with { DueAt = Rows.Noon.AddMicroseconds(-1) };
        TouchpointRow later = Of("ana", "news") with { DueAt = Rows.Noon.AddMicroseconds(1) };
        TouchpointRow held = Of("ana", "held") with { Status = TouchpointStatus.Held };
        TouchpointRow sent = Of("ana", "sent") with { Status = TouchpointStatus.Sent };
        TouchpointRow ofJourney = Rows.Touchpoint(Rows.TouchpointId(Journey));
        await subject
            .CommitAsync(
                Rows.Opening(Journey) with
                {
                    Customers = Known("ana", "ben").Customers,
                    NewTouchpoints = [now, before, later, held, sent, ofJourney],
                }
            )
            .ConfigureAwait(false);
        await IsDueAsync(subject, Rows.Noon, before, now).ConfigureAwait(false);
        await IsDueAsync(subject, Rows.Noon.AddHours(1), before, now, later).ConfigureAwait(false);

        // What is claimed is due no more; what waits for another time is due then; what is let go is due.
        TouchpointRow moved = now with
        {
            DueAt = Rows.Noon.AddHours(2),
        };
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    ChangedTouchpoints =
                    [
                        moved,
                        before with
                        {
                            Status = TouchpointStatus.Sending,
                        },
                        held with
                        {
                            Status = TouchpointStatus.Planned,
                        },
                    ],
                }
            )
            .ConfigureAwait(false);
        await IsDueAsync(subject, Rows.Noon, held).ConfigureAwait(false);
        await IsDueAsync(subject, DateTimeOffset.MaxValue, held, later, moved).ConfigureAwait(false);
    }

    private static async Task DuePagesAsync(Subject subject)
    {
        TouchpointRow[] due =
        [
            Of("zoe", "early") with
            {
                DueAt = Rows.Noon.AddMicroseconds(-1),
            },
            .. Enumerable.Range(10, 5).SelectMany(i => (TouchpointRow[])[Of($"c{i}", "a"), Of($"c{i}", "b"), Of($"c{i}", "b", "z")]),
            Of("ana", "soon") with
            {
                DueAt = Rows.Noon.AddMicroseconds(1),
            },
        ];
        await subject
            .CommitAsync(Known([.. due.Select(row => row.Id.Customer!.Value).Distinct()]) with { NewTouchpoints = [.. due.Reverse()] })
            .ConfigureAwait(false);
        foreach (int limit in (int[])[1, 2, 3, 7, 16, 17, 18])
        {
            List<DueTouchpoint> read = [];
            IReadOnlyList<DueTouchpoint> page;
            while ((page = await DueAsync(subject, read.LastOrDefault(), limit).ConfigureAwait(false)).Count > 0)
            {
                Check.That(page.Count <= limit && read.Count < 100, $"A page of at most {limit} has {page.Count}, or paging never ends.");
                read.AddRange(page);
            }

            Check.SameOrder(due.Select(row => new DueTouchpoint(row.Id, row.DueAt)), read, $"What is due in pages of {limit}");
        }
    }

    private static async Task NotDueWithJourneysAsync(Subject subject)
    {
        await subject.CommitAsync(Known("ana") with { NewTouchpoints = [Of("ana", "news")] }).ConfigureAwait(false);
        Check.Equal(0, (await subject.DueAsync(DateTimeOffset.MaxValue).ConfigureAwait(false)).Count, "The number of due journeys");
    }

    private static async Task IsDueAsync(Subject subject, DateTimeOffset until, params TouchpointRow[] rows) =>
        Check.SameOrder(
            rows.Select(row => new DueTouchpoint(row.Id, row.DueAt)),
            await subject.Store.ReadDueTouchpointsAsync(until, null, 100, CancellationToken.None).ConfigureAwait(false),
            $"What is due at {until:O}"
        );

    private static async Task<IReadOnlyList<DueTouchpoint>> DueAsync(Subject subject, DueTouchpoint? after, int limit) =>
        await subject.Store.ReadDueTouchpointsAsync(Rows.Noon.AddHours(1), after, limit, CancellationToken.None).ConfigureAwait(false);
}
