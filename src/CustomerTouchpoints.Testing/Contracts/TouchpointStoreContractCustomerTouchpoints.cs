using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;
using Subject = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractSubject;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>Touchpoints that belong to a customer and to no journey.</summary>
internal static class TouchpointStoreContractCustomerTouchpoints
{
    private static readonly JourneyId Journey = "order/1";

    public static IEnumerable<(string Name, Func<Subject, Task> Check)> Promises =>
        [
            ("Every_column_of_a_customers_touchpoint_comes_back", RoundTripAsync),
            ("A_customers_touchpoints_change_and_stay_when_the_store_is_opened_again", ChangedAsync),
            ("Touchpoints_of_customers_are_read_by_what_is_asked_of_them", QueriesAsync),
            ("Touchpoints_of_customers_are_paged_after_those_of_journeys", PagesAsync),
            ("A_second_touchpoint_of_one_id_is_refused_for_a_customer", subject => RefusedAsync(subject, Planned(Of("ana", "news")))),
            ("A_change_of_a_customers_touchpoint_that_was_never_planned_is_refused", NeverPlannedAsync),
            ("A_touchpoint_of_a_customer_whom_nobody_knows_is_refused", subject => RefusedAsync(subject, Planned(Of("cleo", "news")))),
        ];

    /// <summary>A touchpoint of a customer, planned and due at noon.</summary>
    public static TouchpointRow Of(CustomerId customer, string rule, string occurrence = "2026-03-02", string channel = "email") =>
        Rows.Touchpoint(Id(customer, rule, occurrence, channel)) with
        {
            Customer = customer,
            Channel = new Channel(channel),
        };

    /// <summary>A batch that makes customers known.</summary>
    public static BatchWrites Known(params CustomerId[] customers) =>
        new() { Customers = [.. customers.Select(customer => new CustomerRow(customer, "{}"))] };

    private static TouchpointId Id(CustomerId customer, string rule, string occurrence = "2026-03-02", string channel = "email") =>
        TouchpointId.Of(customer, rule, occurrence, new Channel(channel));

    private static BatchWrites Planned(params TouchpointRow[] rows) => new() { NewTouchpoints = rows };

    private static TouchpointQuery Standing(params TouchpointStatus[] statuses) => new() { Statuses = statuses.ToHashSet() };

    private static async Task<TouchpointRow?> FindAsync(Subject subject, TouchpointId id) =>
        await subject.Store.FindTouchpointAsync(id, CancellationToken.None).ConfigureAwait(false);

    private static async Task RoundTripAsync(Subject subject)
    {
        TouchpointRow row = new()
        {
            Id = Id("ana ☂~%'", "weekly-news", "2026-W10 ~ \" ' %7E", "push"),
            PlannedBy = 7,
            Order = 3,
            Customer = "ana ☂~%'",
            Template = "weekly-news",
            Category = Category.Promotional,
            Channel = Channel.Email,
            Status = TouchpointStatus.InReview,
            Reason = "a person decides \r\n\t 'quoted' 🦜",
            PlannedAt = Rows.Noon.AddMicroseconds(1),
            DueAt = Rows.Noon.AddMicroseconds(2),
            ChangedAt = Rows.Noon.AddTicks(123_456_7),
            Attempts = 2,
            MayBeRepeated = true,
        };
        await subject.CommitAsync(Known(row.Id.Customer!.Value) with { NewTouchpoints = [row] }).ConfigureAwait(false);
        TouchpointRow kept = row with { ChangedAt = Rows.Noon.AddTicks(123_456_0) };
        Check.Equal(kept, await FindAsync(subject, row.Id).ConfigureAwait(false), "The touchpoint");
        Check.SameOrder([kept], await ReadAsync(subject, new TouchpointQuery()).ConfigureAwait(false), "All touchpoints");
        Check.Equal(null, await FindAsync(subject, Id("ana", "weekly-news")).ConfigureAwait(false), "A touchpoint of somebody else");
    }

    private static async Task ChangedAsync(Subject subject)
    {
        TouchpointRow row = Of("ana", "news");
        TouchpointRow other = Of("ana", "news", "2026-03-09");
        await subject.CommitAsync(Known("ana") with { NewTouchpoints = [row, other] }).ConfigureAwait(false);

        // A claim: in one commit with whom it belongs to, and with what a journey writes.
        TouchpointRow sending = row with
        {
            Status = TouchpointStatus.Sending,
            Attempts = 1,
        };
        TouchpointRow beside = Rows.Touchpoint(Rows.TouchpointId(Journey));
        await subject
            .CommitAsync(
                Rows.Opening(Journey) with
                {
                    NewTouchpoints = [beside],
                    ChangedTouchpoints = [sending],
                    Customers = [new CustomerRow("ana", "{}") { Memory = """{"digests":1}""" }],
                }
            )
            .ConfigureAwait(false);
        TouchpointRow sent = sending with { Status = TouchpointStatus.Sent, Reason = "accepted", ChangedAt = Rows.Noon.AddMinutes(1) };
        await subject
            .CommitAsync(new BatchWrites { ChangedTouchpoints = [beside with { Status = TouchpointStatus.Held }, sent] })
            .ConfigureAwait(false);
        await subject.ReopenAsync().ConfigureAwait(false);
        Check.SameOrder(
            [beside with { Status = TouchpointStatus.Held }, sent, other],
            await ReadAsync(subject, new TouchpointQuery()).ConfigureAwait(false),
            "All touchpoints"
        );
        Check.Equal(sent, await FindAsync(subject, row.Id).ConfigureAwait(false), "The one that was sent");
        Check.Equal(1, (await subject.TouchpointsAsync(Journey).ConfigureAwait(false)).Count, "The touchpoints of the journey");
    }

    private static async Task QueriesAsync(Subject subject)
    {
        TouchpointRow ofJourney = Rows.Touchpoint(Rows.TouchpointId(Journey, "news"));
        TouchpointRow planned = Of("ana", "news");
        TouchpointRow held = Of("ana", "offers") with { Status = TouchpointStatus.Held, Channel = Channel.Sms };
        TouchpointRow sent = Of("ben", "news") with { Status = TouchpointStatus.Sent, PlannedAt = Rows.Noon.AddHours(1) };
        TouchpointRow unknown = Of("ben", "offers") with { Status = TouchpointStatus.Unknown };
        await subject
            .CommitAsync(
                Rows.Opening(Journey) with
                {
                    Customers = Known("ana", "ben").Customers,
                    Parties = [new PartyRow(Journey, "buyer", "ana")],
                    NewTouchpoints = [ofJourney, planned, held, sent, unknown],
                }
            )
            .ConfigureAwait(false);
        async Task Finds(TouchpointQuery query, params TouchpointRow[] expected) =>
            Check.SameOrder(expected, await ReadAsync(subject, query).ConfigureAwait(false), $"The touchpoints of {query}");

        await Finds(new TouchpointQuery(), ofJourney, planned, held, sent, unknown).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Customer = "ana" }, ofJourney, planned, held).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Customer = "ben" }, sent, unknown).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Customer = "nobody" }).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Journey = Journey }, ofJourney).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Journey = "order/none" }).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Lifecycle = "order" }, ofJourney).ConfigureAwait(false);
        await Finds(Standing(TouchpointStatus.Planned), ofJourney, planned).ConfigureAwait(false);
        await Finds(Standing(TouchpointStatus.Unknown, TouchpointStatus.InReview), unknown).ConfigureAwait(false);
        await Finds(Standing(TouchpointStatus.Sent, TouchpointStatus.Held), held, sent).ConfigureAwait(false);
        await Finds(Standing(TouchpointStatus.Held) with { Customer = "ana" }, held).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Channel = Channel.Sms }, held).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Rule = "news" }, ofJourney, planned, sent).ConfigureAwait(false);
        await Finds(new TouchpointQuery { From = Rows.Noon.AddHours(1) }, sent).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Until = Rows.Noon.AddHours(1) }, ofJourney, planned, held, unknown).ConfigureAwait(false);
    }

    private static async Task PagesAsync(Subject subject)
    {
        TouchpointRow[] ofJourney = [.. "abc".Select(rule => Rows.Touchpoint(Rows.TouchpointId(Journey, rule.ToString())))];
        TouchpointRow[] own =
        [
            Of("Ana", "a", "1"),
            Of("ana", "a", "1"),
            Of("ana", "a", "1", "sms"),
            Of("ana", "a", "10"),
            Of("ana", "a", "2"),
            Of("ana", "a-b", "1"),
            Of("ana", "ab", "1"),
            Of("ana b", "a", "1"),
            Of("ben", "a", "1"),
        ];
        await subject
            .CommitAsync(
                Rows.Opening(Journey) with
                {
                    Customers = Known("Ana", "ana", "ana b", "ben").Customers,
                    NewTouchpoints = [.. own.Reverse(), .. ofJourney],
                }
            )
            .ConfigureAwait(false);
        TouchpointRow[] expected = [.. ofJourney, .. own];
        foreach (int limit in (int[])[1, 2, 3, 5, 11, 12, 13])
        {
            foreach (TouchpointQuery query in (TouchpointQuery[])[new(), Standing(TouchpointStatus.Planned)])
            {
                Check.SameOrder(expected, await ReadAsync(subject, query, limit).ConfigureAwait(false), $"Pages of {limit}");
            }
        }

        Check.SameOrder(
            own[1..7],
            await ReadAsync(subject, new TouchpointQuery { Customer = "ana" }, 2).ConfigureAwait(false),
            "Pages of one customer"
        );
    }

    private static async Task NeverPlannedAsync(Subject subject)
    {
        await subject.CommitAsync(Known("ana") with { NewTouchpoints = [Of("ana", "news")] }).ConfigureAwait(false);
        await RefusedAsync(subject, new BatchWrites { ChangedTouchpoints = [Of("ana", "news", "another")] }).ConfigureAwait(false);
    }

    private static async Task RefusedAsync(Subject subject, BatchWrites writes)
    {
        TouchpointRow row = Of("ana", "news");
        if (await FindAsync(subject, row.Id).ConfigureAwait(false) is null)
        {
            await subject.CommitAsync(Known("ana") with { NewTouchpoints = [row] }).ConfigureAwait(false);
        }

        await Check
            .FailsAsync<InvalidOperationException>(
                () =>
                    subject.CommitAsync(
                        Rows.Opening(Journey) with
                        {
                            NewTouchpoints = writes.NewTouchpoints,
                            ChangedTouchpoints = writes.ChangedTouchpoints,
                        }
                    ),
                "The batch"
            )
            .ConfigureAwait(false);
        Check.SameOrder([row], await ReadAsync(subject, new TouchpointQuery()).ConfigureAwait(false), "All touchpoints");
        Check.Equal(null, await subject.FindAsync(Journey).ConfigureAwait(false), "The journey beside it");
    }

    private static async Task<IReadOnlyList<TouchpointRow>> ReadAsync(Subject subject, TouchpointQuery query, int limit = 100)
    {
        List<TouchpointRow> read = [];
        TouchpointQuery next = query;
        IReadOnlyList<TouchpointRow> page;
        while ((page = await subject.Store.ReadTouchpointsAsync(next, limit, CancellationToken.None).ConfigureAwait(false)).Count > 0)
        {
            Check.That(page.Count <= limit && read.Count < 100, $"A page of at most {limit} has {page.Count}, or paging never ends.");
            read.AddRange(page);
            next = query with { After = page[^1].Id };
        }

        return read;
    }
}
