using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;
using Subject = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractSubject;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What a host's queries find: touchpoints by what is asked of them, the journal of all journeys, one customer.</summary>
internal static class TouchpointStoreContractReading
{
    private static readonly JourneyId First = "order/z";
    private static readonly JourneyId Second = "order/a";
    private static readonly JourneyId Other = "question/1";

    public static IEnumerable<(string Name, Func<Subject, Task> Check)> Promises =>
        [
            ("Touchpoints_are_read_by_what_is_asked_of_them", QueriesAsync),
            ("Touchpoints_are_read_in_pages_by_journey_and_the_parts_of_their_ids", PagesAsync),
            ("What_is_being_sent_is_read_at_its_place_among_what_has_not_ended", SendingAsync),
            ("Pages_of_touchpoints_lose_and_repeat_nothing_that_is_there_all_the_time", MovingPagesAsync),
            ("The_journal_of_all_journeys_is_read_on_from_any_place", JournalAsync),
            ("A_place_in_the_journal_stays_true_when_the_store_is_opened_again", ReopenedAsync),
            ("What_is_no_place_in_the_journal_is_refused", NoPlaceAsync),
            ("A_customer_is_found_as_it_was_written", CustomerAsync),
        ];

    /// <summary>The whole journal after a place, in pages of two.</summary>
    public static async Task<List<PlacedEntry>> ReadOnAsync(ITouchpointStore store, string? after)
    {
        List<PlacedEntry> read = [];
        IReadOnlyList<PlacedEntry> page;
        while ((page = await store.ReadJournalAsync(after, 2, CancellationToken.None).ConfigureAwait(false)).Count > 0)
        {
            read.AddRange(page);
            after = page[^1].Place;
        }

        return read;
    }

    private static async Task QueriesAsync(Subject subject)
    {
        TouchpointRow planned = Touchpoint(First, "a");
        TouchpointRow held = Touchpoint(First, "b") with { Status = TouchpointStatus.Held, Channel = Channel.Sms, Customer = "ben" };
        TouchpointRow sent = Touchpoint(Second, "a") with { Status = TouchpointStatus.Sent, PlannedAt = Rows.Noon.AddHours(1) };
        TouchpointRow unknown = Touchpoint(Other, "c") with { Status = TouchpointStatus.Unknown, Customer = null };
        await CommitAsync(subject, [planned, held], [sent], [unknown]).ConfigureAwait(false);
        async Task Finds(TouchpointQuery query, params TouchpointRow[] expected) =>
            Check.SameOrder(expected, await ReadAsync(subject, query).ConfigureAwait(false), $"The touchpoints of {query}");

        await Finds(new TouchpointQuery(), planned, held, sent, unknown).ConfigureAwait(false);
        await Finds(Of(TouchpointStatus.Held), held).ConfigureAwait(false);
        await Finds(Of(TouchpointStatus.Held, TouchpointStatus.Unknown), held, unknown).ConfigureAwait(false);
        await Finds(Of(TouchpointStatus.Sent), sent).ConfigureAwait(false);
        await Finds(Of(TouchpointStatus.Sent, TouchpointStatus.Planned), planned, sent).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Statuses = TouchpointQuery.Unfinished }, planned, held, unknown).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Channel = Channel.Sms }, held).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Rule = "a" }, planned, sent).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Journey = First }, planned, held).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Journey = "order/none" }).ConfigureAwait(false);
        await Finds(Of(TouchpointStatus.Unknown) with { Journey = Other }, unknown).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Customer = "ana" }, planned, sent).ConfigureAwait(false);
        await Finds(Of(TouchpointStatus.Planned) with { Customer = "ana" }, planned).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Customer = "nobody" }).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Lifecycle = "question" }, unknown).ConfigureAwait(false);
        await Finds(new TouchpointQuery { From = Rows.Noon.AddHours(1) }, sent).ConfigureAwait(false);
        await Finds(new TouchpointQuery { Until = Rows.Noon.AddHours(1) }, planned, held, unknown).ConfigureAwait(false);
        await Finds(
                new TouchpointQuery
                {
                    Rule = "a",
                    Lifecycle = "order",
                    Customer = "ana",
                    Journey = Second,
                },
                sent
            )
            .ConfigureAwait(false);
    }

    private static async Task PagesAsync(Subject subject)
    {
        TouchpointRow[] first =
        [
            Touchpoint(First, "a", "1", Channel.Email),
            Touchpoint(First, "a", "1", Channel.Sms),
            Touchpoint(First, "a", "10"),
            Touchpoint(First, "a", "2"),
            Touchpoint(First, "a-b"),
            Touchpoint(First, "ab"),
        ];
        TouchpointRow[] second = [Touchpoint(Second, "a")];
        await CommitAsync(subject, [.. first.Reverse()], second, []).ConfigureAwait(false);
        foreach (TouchpointQuery query in Kinds)
        {
            List<TouchpointRow> read = [];
            TouchpointQuery next = query;
            IReadOnlyList<TouchpointRow> page;
            while ((page = await subject.Store.ReadTouchpointsAsync(next, 2, CancellationToken.None).ConfigureAwait(false)).Count > 0)
            {
                read.AddRange(page);
                next = query with { After = page[^1].Id };
            }

            Check.SameOrder([.. first, .. second], read, "The touchpoints");
        }
    }

    private static async Task SendingAsync(Subject subject)
    {
        TouchpointRow[] rows = [.. "abcd".Select(rule => Touchpoint(First, rule.ToString()))];
        rows[1] = rows[1] with { Status = TouchpointStatus.Sending };
        rows[2] = rows[2] with { Status = TouchpointStatus.Sent };
        TouchpointRow held = Touchpoint(Second, "a") with { Status = TouchpointStatus.Held };
        TouchpointRow sending = Touchpoint(Other, "a") with { Status = TouchpointStatus.Sending };
        await CommitAsync(subject, rows, [held], [sending]).ConfigureAwait(false);
        TouchpointQuery query = Of([.. TouchpointQuery.Unfinished]);
        List<TouchpointRow> read = [];
        IReadOnlyList<TouchpointRow> page;
        while (
            (
                page = await subject
                    .Store.ReadTouchpointsAsync(query with { After = read.LastOrDefault()?.Id }, 2, CancellationToken.None)
                    .ConfigureAwait(false)
            ).Count > 0
        )
        {
            read.AddRange(page);
        }

        Check.SameOrder([rows[0], rows[1], rows[3], held, sending], read, "What has not ended");
        Check.SameOrder(
            [rows[1], sending],
            await ReadAsync(subject, Of(TouchpointStatus.Sending)).ConfigureAwait(false),
            "What is being sent"
        );
        Check.SameOrder(
            [rows[0], rows[3]],
            await ReadAsync(subject, Of(TouchpointStatus.Planned)).ConfigureAwait(false),
            "What is planned"
        );
    }

    private static async Task MovingPagesAsync(Subject subject)
    {
        TouchpointRow[] rows = [.. "abcdef".Select(rule => Touchpoint(First, rule.ToString()))];
        await CommitAsync(subject, rows, [], []).ConfigureAwait(false);
        TouchpointQuery query = Of(TouchpointStatus.Planned, TouchpointStatus.Held);
        IReadOnlyList<TouchpointRow> page = await subject
            .Store.ReadTouchpointsAsync(query, 2, CancellationToken.None)
            .ConfigureAwait(false);
        Check.SameOrder(rows[..2], page, "The first page");

        // What was read last leaves, and so does one that is still to come; another changes and stays.
        TouchpointRow held = rows[4] with
        {
            Status = TouchpointStatus.Held,
        };
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    ChangedJourneys = [Rows.Journey(First, 2)],
                    Journal = [Rows.Entry(First, 2)],
                    ChangedTouchpoints =
                    [
                        rows[1] with
                        {
                            Status = TouchpointStatus.Sent,
                        },
                        rows[3] with
                        {
                            Status = TouchpointStatus.Withdrawn,
                        },
                        held,
                    ],
                }
            )
            .ConfigureAwait(false);
        page = await subject
            .Store.ReadTouchpointsAsync(query with { After = page[^1].Id }, 100, CancellationToken.None)
            .ConfigureAwait(false);
        Check.SameOrder([rows[2], held, rows[5]], page, "What comes after the first page");
    }

    private static async Task JournalAsync(Subject subject)
    {
        Check.SameOrder([], await ReadOnAsync(subject.Store, null).ConfigureAwait(false), "An empty journal");
        JournalRow data = Rows.Entry(Second, 1) with { Data = """{"a":1}""" };
        await subject.CommitAsync(Rows.Opening(First, 3)).ConfigureAwait(false);
        await subject.CommitAsync(Rows.Opening(Second) with { Journal = [data] }).ConfigureAwait(false);
        await subject
            .CommitAsync(new BatchWrites { ChangedJourneys = [Rows.Journey(First, 4)], Journal = [Rows.Entry(First, 4)] })
            .ConfigureAwait(false);
        List<PlacedEntry> read = await ReadOnAsync(subject.Store, null).ConfigureAwait(false);
        Check.SameOrder(
            [Rows.Entry(First, 1), Rows.Entry(First, 2), Rows.Entry(First, 3), data, Rows.Entry(First, 4)],
            read.Select(placed => placed.Entry),
            "The journal of all journeys"
        );
        for (int i = 0; i < read.Count; i++)
        {
            Check.SameOrder(
                read.Skip(i + 1),
                await ReadOnAsync(subject.Store, read[i].Place).ConfigureAwait(false),
                $"What comes after place {i + 1}"
            );
        }
    }

    private static async Task ReopenedAsync(Subject subject)
    {
        await subject.CommitAsync(Rows.Opening(First)).ConfigureAwait(false);
        string place = (await ReadOnAsync(subject.Store, null).ConfigureAwait(false))[^1].Place;
        await subject.ReopenAsync().ConfigureAwait(false);
        await subject.CommitAsync(Rows.Opening(Second)).ConfigureAwait(false);
        Check.SameOrder(
            [Rows.Entry(Second, 1)],
            (await ReadOnAsync(subject.Store, place).ConfigureAwait(false)).Select(placed => placed.Entry),
            "What came after the store was opened again"
        );
    }

    private static Task NoPlaceAsync(Subject subject) =>
        Check.FailsAsync<ArgumentException>(
            async () => await subject.Store.ReadJournalAsync("yesterday", 1, CancellationToken.None).ConfigureAwait(false),
            "Reading on from no place"
        );

    private static async Task CustomerAsync(Subject subject)
    {
        var ana = new CustomerRow("ana", """{"culture":"it"}""");
        await subject.CommitAsync(Rows.Opening(First) with { Customers = [ana] }).ConfigureAwait(false);
        Check.Equal(ana, await subject.Store.FindCustomerAsync("ana", CancellationToken.None).ConfigureAwait(false), "The customer");
        Check.Equal(null, await subject.Store.FindCustomerAsync("ben", CancellationToken.None).ConfigureAwait(false), "A stranger");
    }

    /// <summary>One query for each way in which a store may look for the same rows.</summary>
    private static TouchpointQuery[] Kinds =>
        [new TouchpointQuery(), Of(TouchpointStatus.Planned), new TouchpointQuery { Customer = "ana" }];

    private static TouchpointQuery Of(params TouchpointStatus[] statuses) => new() { Statuses = statuses.ToHashSet() };

    private static TouchpointRow Touchpoint(JourneyId journey, string rule, string occurrence = "1", Channel? channel = null) =>
        Rows.Touchpoint(new TouchpointId(journey, rule, occurrence, "buyer", channel ?? Channel.Email));

    private static async Task CommitAsync(Subject subject, TouchpointRow[] first, TouchpointRow[] second, TouchpointRow[] other)
    {
        foreach ((JourneyId id, TouchpointRow[] rows) in new[] { (First, first), (Second, second), (Other, other) })
        {
            bool isSending = rows.Any(row => row.Status == TouchpointStatus.Sending);
            await subject
                .CommitAsync(
                    Rows.Opening(id) with
                    {
                        NewJourneys = [Rows.Journey(id, 1) with { SendingTerm = isSending ? subject.Term : null }],
                        NewTouchpoints = rows,
                        Parties = [new PartyRow(id, "buyer", "ana"), new PartyRow(id, "recipient", "ben")],
                    }
                )
                .ConfigureAwait(false);
        }
    }

    private static async Task<IReadOnlyList<TouchpointRow>> ReadAsync(Subject subject, TouchpointQuery query) =>
        await subject.Store.ReadTouchpointsAsync(query, 100, CancellationToken.None).ConfigureAwait(false);
}
