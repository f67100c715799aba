using System.Text.Json;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Responses.Clocks.LawfulDesk;

namespace CustomerTouchpoints.Tests.Responses.Clocks;

/// <summary>What holds of response clocks on every day of a desk: reported late, slept through, cut into batches in any way.</summary>
public sealed class ClockLaws
{
    private static Arbitrary<Moment[]> Days { get; } = Gen.ArrayOf(Moments).Where(moments => moments.Length > 0).ToArbitrary();

    private static Gen<Moment> Moments =>
        from name in Gen.Frequency(
            (2, Gen.Constant("asked")),
            (2, Gen.Elements("taken", "held", "handed-over")),
            (3, Gen.Elements("asked-back", "wrote")),
            (3, Gen.Constant("said")),
            (2, Gen.Elements("solved", "reopened")),
            (2, Gen.Constant("prioritised"))
        )
        from question in Gen.Elements("question/1", "question/1", "question/2")
        from variant in Gen.Choose(0, 5)
        from late in Gen.Elements(0, 0, 0, 7, 95, 300)
        from pause in Gen.Elements(0, 0, 1, 20, 61, 200, 900)
        from sleeps in Gen.Elements(false, false, true)
        select new Moment(name, question, variant, late, pause, sleeps);

    [Test]
    public void Any_batching_of_one_day_gives_the_same_clocks_promises_and_journal() =>
        Prop.ForAll(
                Days,
                day =>
                {
                    string alone = Tell(day, batchSize: 1);
                    Assert.That(Tell(day, batchSize: 3), Is.EqualTo(alone));
                    Assert.That(Tell(day, batchSize: 512), Is.EqualTo(alone));
                }
            )
            .Check(Settings(25));

    [Test]
    public void The_stored_clock_is_what_its_journal_adds_up_to() =>
        ForEveryClock(
            (journey, clock, ledger, _) =>
            {
                Assert.That(Sum(ledger, _ => true), Is.EqualTo(clock.Used));
                Assert.That(
                    (ledger[^1].Status, ledger[^1].From, ledger[^1].Calendar, ledger[^1].Policy, ledger[^1].Place),
                    Is.EqualTo((clock.Status, clock.Since, clock.Calendar, clock.Policy, clock.Place))
                );
            }
        );

    [Test]
    public void Replaying_the_journal_gives_the_clocks_that_the_journey_remembers() =>
        ForEveryJourney(
            (host, journey, entries) =>
            {
                JourneyRow stored = host.Store().ReadJourneysAsync([journey], default).AsTask().Result.Single();
                Assert.That(JourneyRows.ToRow(JourneyRows.Replay(journey, stored.Version, entries)), Is.EqualTo(stored));
            }
        );

    [Test]
    public void Segments_follow_each_other_without_a_gap_and_count_what_their_calendar_counts() =>
        ForEveryClock(
            (journey, clock, ledger, calendars) =>
            {
                foreach ((ClockSegment one, ClockSegment next) in ledger.Zip(ledger.Skip(1)))
                {
                    Assert.That(one.To, Is.EqualTo(next.From).Or.EqualTo(one.From), $"{clock.Id}: {one}");
                    bool runs = one.Status == ClockStatus.Running;
                    Assert.That(
                        one.Used,
                        Is.EqualTo(runs ? calendars(one.Calendar).Between(one.From, next.From) : TimeSpan.Zero),
                        $"{clock.Id}: {one}"
                    );
                }

                Assert.That(ledger[0].From, Is.EqualTo(clock.StartedAt));
            }
        );

    [Test]
    public void A_breach_has_the_instant_at_which_the_target_was_used_up_whoever_noticed_it_when() =>
        ForEveryPlainClock(
            (clock, ledger, calendar, target, now) =>
            {
                DateTimeOffset? breachedAt = null;
                TimeSpan used = TimeSpan.Zero;
                foreach (ClockSegment segment in ledger.Where(segment => segment.Status == ClockStatus.Running))
                {
                    TimeSpan here = calendar.Between(segment.From, segment.To ?? now);
                    breachedAt ??= used + here > target ? calendar.Add(segment.From, target - used) : null;
                    used += here;
                }

                Assert.That(clock.BreachedAt, Is.EqualTo(breachedAt), clock.ToString());
                Assert.That(
                    clock.Status is ClockStatus.Met or ClockStatus.Withdrawn,
                    Is.EqualTo(clock.EndedAt is not null && breachedAt is null)
                );
            }
        );

    [Test]
    public void A_deadline_is_the_target_and_the_pauses_after_the_start() =>
        ForEveryPlainClock(
            (clock, ledger, calendar, target, _) =>
            {
                if (clock.DueAt is not { } due)
                {
                    Assert.That(clock.Status, Is.Not.EqualTo(ClockStatus.Running));
                    return;
                }

                TimeSpan paused = TimeSpan.Zero;
                foreach (ClockSegment segment in ledger.Where(segment => segment is { Status: not ClockStatus.Running, To: not null }))
                {
                    paused += calendar.Between(segment.From, segment.To!.Value);
                }

                DateTimeOffset last = ledger[^1].From;
                bool isUsedUp = clock.Used >= target;
                Assert.That(due, Is.EqualTo(isUsedUp ? last : calendar.Add(clock.StartedAt, target + paused)), clock.ToString());
            }
        );

    private static TimeSpan Sum(IEnumerable<ClockSegment> ledger, Func<ClockSegment, bool> which) =>
        ledger.Where(which).Aggregate(TimeSpan.Zero, (sum, segment) => sum + segment.Used);

    private static void ForEveryPlainClock(
        Action<ClockView, IReadOnlyList<ClockSegment>, BusinessCalendar, TimeSpan, DateTimeOffset> law
    ) =>
        ForEveryJourney(
            (host, journey, entries) =>
            {
                foreach (ClockView clock in ClocksOf(host, journey).Where(clock => Plain.ContainsKey(clock.Id.Clock)))
                {
                    law(
                        clock,
                        ClockLedger.Of(clock.Id.Clock, clock.Id.Cycle, entries),
                        Plain[clock.Id.Clock].Calendar,
                        Plain[clock.Id.Clock].Target,
                        host.Time.GetUtcNow()
                    );
                }
            }
        );

    private static void ForEveryClock(Action<JourneyId, ClockView, IReadOnlyList<ClockSegment>, Func<string, BusinessCalendar>> law) =>
        ForEveryJourney(
            (host, journey, entries) =>
            {
                foreach (ClockView clock in ClocksOf(host, journey))
                {
                    law(
                        journey,
                        clock,
                        ClockLedger.Of(clock.Id.Clock, clock.Id.Cycle, entries),
                        version => version == Office.Version ? Office : BusinessCalendar.AlwaysOpen
                    );
                }
            }
        );

    private static void ForEveryJourney(Action<TouchpointsTestHost, JourneyId, IReadOnlyList<JournalEntry>> law) =>
        Prop.ForAll(
                Days,
                day =>
                {
                    TouchpointsTestHost host = LiveAsync(day, batchSize: 512).Result;
                    foreach (JourneyId journey in JourneysOf(day))
                    {
                        law(host, journey, host.JournalOfAsync(journey).Result);
                    }

                    host.DisposeAsync().AsTask().Wait();
                }
            )
            .Check(Settings(80));

    private static string Tell(Moment[] day, int batchSize)
    {
        TouchpointsTestHost host = LiveAsync(day, batchSize).Result;
        IEnumerable<object> rows = JourneysOf(day)
            .SelectMany(journey =>
                host.Store()
                    .ReadJourneysAsync([journey], default)
                    .AsTask()
                    .Result.Cast<object>()
                    .Concat(host.Store().ReadJournalAsync(journey, default).AsTask().Result)
                    .Concat(ClocksOf(host, journey))
                    .Concat(host.Store().ReadPromisesAsync(new PromiseQuery { Journey = journey }, null, 1000, default).AsTask().Result)
                    .Concat(host.Escalations.Told.Where(told => told.Clock.Journey == journey))
            );
        string told = string.Join('\n', rows);
        host.DisposeAsync().AsTask().Wait();
        return told;
    }

    /// <summary>
    /// A day as it goes in a host of its own. What is raised at one instant is raised together; a host that sleeps looks at nothing
    /// meanwhile.
    /// </summary>
    private static async Task<TouchpointsTestHost> LiveAsync(Moment[] day, int batchSize)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<LawfulDesk>(touchpoints =>
            touchpoints.Configure(options => options.BatchSize = batchSize)
        );
        var together = new List<IncomingEvent>();
        foreach ((int index, Moment moment) in day.Index())
        {
            if (moment.PauseMinutes > 0)
            {
                await host.RaiseTogetherAsync([.. together]);
                together.Clear();
                DateTimeOffset next = host.Time.GetUtcNow().AddMinutes(moment.PauseMinutes);
                if (moment.Sleeps)
                {
                    host.Time.MoveTo(next);
                }
                else
                {
                    await host.AdvanceToAsync(next);
                }
            }

            together.Add(
                new IncomingEvent
                {
                    Journey = moment.Question,
                    Name = moment.Name,
                    Id = $"{moment.Name}-{index}",
                    OccurredAt = host.Time.GetUtcNow().AddMinutes(-moment.MinutesLate),
                    Parties = new Dictionary<string, CustomerId> { ["asker"] = "ana" },
                    Data = JsonSerializer.SerializeToElement(DataOf(moment.Variant)),
                }
            );
        }

        await host.RaiseTogetherAsync([.. together]);
        await host.AdvanceAsync(TimeSpan.FromHours(30));
        return host;
    }

    private static Dictionary<string, string> DataOf(int variant) =>
        variant switch
        {
            0 => new() { ["priority"] = "high", ["by"] = "bot" },
            1 => new() { ["priority"] = "low", ["by"] = "customer" },
            2 => new() { ["note"] = "yes" },
            _ => [],
        };

    private static IEnumerable<JourneyId> JourneysOf(Moment[] day) => day.Select(moment => (JourneyId)moment.Question).Distinct();

    private static ClockView[] ClocksOf(TouchpointsTestHost host, JourneyId journey) =>
        [.. host.Touchpoints.ClocksAsync(new ClockQuery { Journey = journey }).ToBlockingEnumerable()];

    private static Config Settings(int tests) => Config.QuickThrowOnFailure.WithMaxTest(tests).WithEndSize(30).WithReplay(20261124, 5);

    private sealed record Moment(string Name, string Question, int Variant, int MinutesLate, int PauseMinutes, bool Sleeps);
}
