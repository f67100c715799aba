using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What a store remembers of the versions of lifecycles, and how it finds what follows them.</summary>
internal static class TouchpointStoreContractVersions
{
    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("Versions_of_lifecycles_are_there_after_reopening_by_name_and_version", ThereAsync),
            ("A_version_that_is_written_again_replaces_itself", ReplacedAsync),
            ("Journeys_of_a_version_are_counted_by_state_without_the_closed", CountedAsync),
            ("Messages_that_wait_are_counted_by_rule", MessagesAsync),
            ("Journeys_of_a_version_are_due_once_it_is_recalled", RecalledAsync),
        ];

    private static async Task ThereAsync(TouchpointStoreContractSubject subject)
    {
        DefinitionRow[] rows = [Definition("cart", 1), Definition("order", 2), Definition("order", 10)];
        await subject.CommitAsync(new BatchWrites { Definitions = [rows[2], rows[0], rows[1]] }).ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        Check.SameOrder(rows, await subject.Store.ReadDefinitionsAsync(CancellationToken.None).ConfigureAwait(false), "The versions");
    }

    private static async Task ReplacedAsync(TouchpointStoreContractSubject subject)
    {
        await subject.CommitAsync(new BatchWrites { Definitions = [Definition("order", 1)] }).ConfigureAwait(false);
        DefinitionRow retired = Definition("order", 1) with { IsRetired = true };
        await subject.CommitAsync(new BatchWrites { Definitions = [retired] }).ConfigureAwait(false);
        Check.SameOrder([retired], await subject.Store.ReadDefinitionsAsync(CancellationToken.None).ConfigureAwait(false), "The versions");
    }

    private static async Task CountedAsync(TouchpointStoreContractSubject subject)
    {
        await subject
            .CommitAsync(
                Journeys(
                    Rows.Journey("order/1", 1) with
                    {
                        State = "shipped",
                    },
                    Rows.Journey("order/2", 1) with
                    {
                        State = "packed",
                    },
                    Rows.Journey("order/3", 1) with
                    {
                        State = "shipped",
                        Standing = "solved",
                    },
                    Rows.Journey("order/4", 1) with
                    {
                        State = "shipped",
                        Standing = "closed",
                    },
                    Rows.Journey("order/5", 1) with
                    {
                        State = null,
                        Standing = "awaiting",
                    },
                    Rows.Journey("order/6", 1) with
                    {
                        State = "shipped",
                        Version = 2,
                    },
                    Rows.Journey("cart/7", 1) with
                    {
                        State = "shipped",
                    }
                )
            )
            .ConfigureAwait(false);
        VersionCensus census = await subject.Store.CountAsync("order", 1, CancellationToken.None).ConfigureAwait(false);
        Check.SameOrder<KeyValuePair<string?, long>>(
            [new(null, 1), new("packed", 1), new("shipped", 2)],
            census.Journeys,
            "The journeys by state"
        );
    }

    private static async Task MessagesAsync(TouchpointStoreContractSubject subject)
    {
        TouchpointRow Touchpoint(JourneyId journey, string rule, TouchpointStatus status) =>
            Rows.Touchpoint(Rows.TouchpointId(journey, rule)) with
            {
                Status = status,
            };
        await subject
            .CommitAsync(
                Journeys(Rows.Journey("order/1", 1), Rows.Journey("order/2", 1), Rows.Journey("order/3", 1) with { Version = 2 }) with
                {
                    NewTouchpoints =
                    [
                        Touchpoint("order/1", "order-shipped", TouchpointStatus.Planned),
                        Touchpoint("order/1", "order-recorded", TouchpointStatus.Sent),
                        Touchpoint("order/1", "order-tips", TouchpointStatus.Held),
                        Touchpoint("order/2", "order-shipped", TouchpointStatus.Held),
                        Touchpoint("order/3", "order-shipped", TouchpointStatus.Planned),
                    ],
                }
            )
            .ConfigureAwait(false);
        VersionCensus census = await subject.Store.CountAsync("order", 1, CancellationToken.None).ConfigureAwait(false);
        Check.SameOrder<KeyValuePair<string, long>>(
            [new("order-shipped", 2), new("order-tips", 1)],
            census.Messages,
            "The messages by rule"
        );
    }

    private static async Task RecalledAsync(TouchpointStoreContractSubject subject)
    {
        JourneyRow quiet = Rows.Journey("order/1", 1);
        JourneyRow later = Rows.Journey("order/2", 1) with { DueAt = Rows.Noon.AddDays(1) };
        JourneyRow overdue = Rows.Journey("order/3", 1) with { DueAt = Rows.Noon.AddDays(-1) };
        JourneyRow closed = Rows.Journey("order/4", 1) with { Standing = "closed" };
        JourneyRow newer = Rows.Journey("order/5", 1) with { Version = 2 };
        JourneyRow other = Rows.Journey("cart/6", 1);
        await subject.CommitAsync(Journeys(quiet, later, overdue, closed, newer, other)).ConfigureAwait(false);
        await subject.CommitAsync(new BatchWrites { Recalls = [new Recall.OfVersion(Rows.Noon, "order", 1)] }).ConfigureAwait(false);
        Check.SameOrder(
            [new DueJourney(overdue.Id, Rows.Noon.AddDays(-1)), new DueJourney(quiet.Id, Rows.Noon), new DueJourney(later.Id, Rows.Noon)],
            await subject.DueAsync(Rows.Noon.AddDays(2)).ConfigureAwait(false),
            "What is due"
        );
        Check.Equal(closed, await subject.FindAsync(closed.Id).ConfigureAwait(false), "The closed journey");
    }

    private static BatchWrites Journeys(params JourneyRow[] rows) =>
        new() { NewJourneys = rows, Journal = [.. rows.Select(row => Rows.Entry(row.Id, 1))] };

    private static DefinitionRow Definition(string lifecycle, int version) =>
        new()
        {
            Lifecycle = lifecycle,
            Version = version,
            Fingerprint = "00ff",
            Outline = """{"line":[]}""",
            IsRetired = false,
        };
}
