using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using Check = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractCheck;
using Rows = CustomerTouchpoints.Testing.Contracts.TouchpointStoreContractRows;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>Response clocks: written with their journeys, found by their ids, read in pages.</summary>
internal static class TouchpointStoreContractClocks
{
    private static readonly JourneyId Id = "question/7";

    public static IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> Promises =>
        [
            ("A_clock_comes_back_as_it_was_written", RoundTripAsync),
            ("A_clock_that_has_moved_replaces_what_was_known_of_it", ReplacedAsync),
            ("Clocks_are_read_in_pages_by_journey_name_and_cycle", PagesAsync),
            ("Clocks_are_read_by_what_a_report_asks_for", QueriesAsync),
            ("A_clock_of_a_journey_that_is_not_in_the_batch_is_refused", StrayAsync),
        ];

    public static ClockRow Clock(JourneyId journey, string clock = "resolution", int cycle = 1) =>
        new()
        {
            Id = new ClockId(journey, clock, cycle),
            Metric = ResponseMetric.Resolution,
            Status = ClockStatus.Running,
            Reason = "asked",
            Policy = 1,
            Place = 1,
            Calendar = "0123456789abcdef0123456789abcdef",
            Target = TimeSpan.FromHours(16),
            StartedAt = Rows.Noon,
            Since = Rows.Noon,
            Used = TimeSpan.Zero,
            DueAt = Rows.Noon.AddHours(16),
            ChangedAt = Rows.Noon,
        };

    private static async Task RoundTripAsync(TouchpointStoreContractSubject subject)
    {
        ClockRow open = Clock(Id);
        ClockRow ended = Clock(Id, "first-answer") with
        {
            Metric = ResponseMetric.FirstAnswer,
            Status = ClockStatus.Missed,
            Reason = "answered; '☂' \"too late\"",
            Policy = 12,
            Place = 3,
            Used = new TimeSpan(3, 4, 5, 6, 7, 8),
            Since = Rows.Noon.AddMicroseconds(7),
            DueAt = null,
            BreachedAt = Rows.Noon.AddMicroseconds(3),
            EndedAt = Rows.Noon.AddMicroseconds(7),
            ChangedAt = Rows.Noon.AddMicroseconds(9),
            Channel = "chat",
            Priority = "hoch ☂",
            Topic = "",
            Representative = "ben'",
        };
        await subject.CommitAsync(Rows.Opening(Id) with { Clocks = [open, ended] }).ConfigureAwait(false);
        Check.Equal(open, await FindAsync(subject, open.Id).ConfigureAwait(false), "The open clock");
        Check.Equal(ended, await FindAsync(subject, ended.Id).ConfigureAwait(false), "The ended clock");
        Check.Equal(null, await FindAsync(subject, open.Id with { Cycle = 2 }).ConfigureAwait(false), "An unknown cycle");
        Check.Equal(
            null,
            await FindAsync(subject, open.Id with { Journey = "question/8" }).ConfigureAwait(false),
            "The clock of an unknown journey"
        );
    }

    private static async Task ReplacedAsync(TouchpointStoreContractSubject subject)
    {
        ClockRow running = Clock(Id) with { Channel = "chat" };
        ClockRow met = running with
        {
            Status = ClockStatus.Met,
            Used = TimeSpan.FromHours(1),
            DueAt = null,
            EndedAt = Rows.Noon.AddHours(1),
            Channel = null,
        };
        await subject.CommitAsync(Rows.Opening(Id) with { Clocks = [running] }).ConfigureAwait(false);
        await subject
            .CommitAsync(
                new BatchWrites
                {
                    ChangedJourneys = [Rows.Journey(Id, 2)],
                    Journal = [Rows.Entry(Id, 2)],
                    Clocks = [met],
                }
            )
            .ConfigureAwait(false);
        Check.SameOrder([met], await ReadAsync(subject, new ClockQuery()).ConfigureAwait(false), "The clocks");
    }

    private static async Task PagesAsync(TouchpointStoreContractSubject subject)
    {
        // The journey that was seen first comes first, whatever its name; names are ordered by their characters, cycles by number.
        JourneyId first = "question/z";
        JourneyId second = "question/a";
        ClockRow[] inOrder =
        [
            Clock(first, "next-answer", 2),
            Clock(first, "next-answer", 10),
            Clock(first, "resolution"),
            Clock(second, "a"),
            Clock(second, "a-b"),
            Clock(second, "ab"),
        ];
        foreach (JourneyId id in new[] { first, second })
        {
            await subject
                .CommitAsync(Rows.Opening(id) with { Clocks = [.. inOrder.Where(clock => clock.Id.Journey == id).Reverse()] })
                .ConfigureAwait(false);
        }

        List<ClockRow> read = [];
        ClockId? last = null;
        IReadOnlyList<ClockRow> page;
        do
        {
            page = await subject.Store.ReadClocksAsync(new ClockQuery(), last, 2, CancellationToken.None).ConfigureAwait(false);
            Check.That(page.Count <= 2, $"A page of 2 has {page.Count}.");
            read.AddRange(page);
            last = page.Count > 0 ? page[^1].Id : last;
        } while (page.Count > 0);
        Check.SameOrder(inOrder, read, "The clocks");
    }

    private static async Task QueriesAsync(TouchpointStoreContractSubject subject)
    {
        ClockRow early = Clock(Id) with { StartedAt = Rows.Noon.AddHours(-1) };
        ClockRow ended = Clock(Id, "first-answer") with { Status = ClockStatus.Met };
        ClockRow other = Clock("order/1");
        await subject.CommitAsync(Rows.Opening(Id) with { Clocks = [early, ended] }).ConfigureAwait(false);
        await subject.CommitAsync(Rows.Opening("order/1") with { Clocks = [other] }).ConfigureAwait(false);
        (ClockQuery Query, ClockRow[] Expected)[] cases =
        [
            (new ClockQuery(), [ended, early, other]),
            (new ClockQuery { Journey = Id }, [ended, early]),
            (new ClockQuery { Journey = "question/8" }, []),
            (new ClockQuery { Lifecycle = "order" }, [other]),
            (new ClockQuery { Clock = "resolution" }, [early, other]),
            (new ClockQuery { Status = ClockStatus.Met }, [ended]),
            (new ClockQuery { From = Rows.Noon }, [ended, other]),
            (new ClockQuery { Until = Rows.Noon }, [early]),
            (
                new ClockQuery
                {
                    Lifecycle = "question",
                    Status = ClockStatus.Running,
                    From = Rows.Noon.AddHours(-1),
                },
                [early]
            ),
        ];
        foreach ((ClockQuery query, ClockRow[] expected) in cases)
        {
            Check.SameOrder(expected, await ReadAsync(subject, query).ConfigureAwait(false), $"What {query} asks for");
        }

        Check.SameOrder(
            [early],
            await subject.Store.ReadClocksAsync(new ClockQuery { Journey = Id }, ended.Id, 9, CancellationToken.None).ConfigureAwait(false),
            "The rest of a journey's clocks"
        );
    }

    private static Task StrayAsync(TouchpointStoreContractSubject subject) =>
        Check.FailsAsync<InvalidOperationException>(
            () => subject.CommitAsync(Rows.Opening(Id) with { Clocks = [Clock("question/8")] }),
            "A clock of another journey"
        );

    private static async Task<ClockRow?> FindAsync(TouchpointStoreContractSubject subject, ClockId id) =>
        await subject.Store.FindClockAsync(id, CancellationToken.None).ConfigureAwait(false);

    private static async Task<IReadOnlyList<ClockRow>> ReadAsync(TouchpointStoreContractSubject subject, ClockQuery query) =>
        await subject.Store.ReadClocksAsync(query, null, 100, CancellationToken.None).ConfigureAwait(false);
}
