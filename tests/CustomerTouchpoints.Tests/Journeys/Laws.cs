using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerTouchpoints.Tests.Journeys;

/// <summary>What holds for every sequence of facts, however it is cut into batches, and whatever the senders say.</summary>
public sealed class Laws
{
    private static readonly string[] Names =
    [
        "order.placed",
        "payment.accepted",
        "parcel.packed",
        "parcel.shipped",
        "parcel.delivered",
        "order.cancelled",
        "fraud.suspected",
        "fraud.cleared",
        "note.taken",
        "return.asked",
        "parcel.repacked",
        "parcel.delayed",
        "gift.announced",
        "weather.changed",
    ];

    /// <summary>A day of a host: facts, each after a pause, with what senders will answer and how the facts share commits.</summary>
    private static Arbitrary<Day> Days { get; } =
        Gen.ArrayOf(Moments)
            .Where(moments => moments.Length > 0)
            .SelectMany(_ => Gen.ArrayOf(Answers), (moments, answers) => new Day(moments, answers))
            .ToArbitrary();

    private static Gen<Moment> Moments =>
        from name in Gen.Frequency((4, Gen.Elements(Names.Take(5).ToArray())), (3, Gen.Elements(Names)))
        from order in Gen.Elements("order/1", "order/1", "order/2")
        from id in Gen.Choose(1, 40)
        from names in Gen.Elements(true, true, false)
        from late in Gen.Elements(0, 0, 0, 2, 30)
        from pause in Gen.Elements(0, 0, 0, 1, 20, 60, 80)
        from switches in Gen.Elements(false, false, false, false, true)
        select new Moment(name, order, id, names, late, pause, switches);

    private static Gen<SendOutcome> Answers =>
        Gen.Frequency(
            (6, Gen.Constant(SendOutcome.Sent)),
            (2, Gen.Constant(SendOutcome.TemporaryFailure)),
            (1, Gen.Constant(SendOutcome.Uncertain)),
            (1, Gen.Constant(SendOutcome.PermanentFailure)),
            (1, Gen.Constant(SendOutcome.ChannelDown))
        );

    [Test]
    public void Any_batching_of_one_sequence_gives_the_same_journal_touchpoints_and_timers() =>
        Prop.ForAll(
                Days,
                day =>
                {
                    string alone = StoryOf(day, batchSize: 1);
                    Assert.That(StoryOf(day, batchSize: 3), Is.EqualTo(alone));
                    Assert.That(StoryOf(day, batchSize: 512), Is.EqualTo(alone));
                }
            )
            .Check(Settings(40));

    [Test]
    public void Replaying_the_journal_gives_the_stored_journey() =>
        ForEveryDay(
            (host, journey, entries) =>
            {
                JourneyRow stored = host.Store().ReadJourneysAsync([journey], default).AsTask().Result.Single();
                JourneyRow replayed = JourneyRows.ToRow(JourneyRows.Replay(journey, stored.Version, entries));
                Assert.That(replayed, Is.EqualTo(stored));
            }
        );

    [Test]
    public void A_line_never_goes_back_but_by_an_explicit_transition() =>
        ForEveryDay(
            (_, _, entries) =>
            {
                int mark = -1;
                foreach (JournalEntry entry in entries)
                {
                    foreach (Arrived arrived in entry.Changes.OfType<Arrived>())
                    {
                        Assert.That(
                            arrived.Mark >= mark || entry.Name is "fraud.cleared",
                            Is.True,
                            $"{entry.Name} took the mark from {mark} to {arrived.Mark}"
                        );
                        mark = arrived.Mark;
                    }
                }
            }
        );

    [Test]
    public void One_key_never_yields_two_touchpoints() =>
        ForEveryDay(
            (_, journey, entries) =>
            {
                TouchpointId[] planned =
                [
                    .. entries
                        .SelectMany(entry => entry.Changes)
                        .OfType<TouchpointPlanned>()
                        .Select(change => change.Touchpoint.IdIn(journey)),
                ];
                Assert.That(planned, Is.Unique);
            }
        );

    [Test]
    public void Nothing_begins_after_solved_but_what_may() =>
        ForEveryDay(
            (_, _, entries) =>
            {
                var planned = new Dictionary<long, (OpenTouchpoint Touchpoint, JournalEntry By)>();
                JournalEntry? solvedBy = null;
                foreach (JournalEntry entry in entries)
                {
                    foreach (Change change in entry.Changes)
                    {
                        switch (change)
                        {
                            case TouchpointPlanned { Touchpoint: var touchpoint }:
                                planned[touchpoint.Order] = (touchpoint, entry);
                                break;
                            case Arrived { Standing: JourneyStanding.Solved or JourneyStanding.Closed }:
                                solvedBy ??= entry;
                                break;
                            case Arrived:
                                solvedBy = null;
                                break;
                            case AttemptBegun begun when solvedBy is not null:
                                (OpenTouchpoint told, JournalEntry by) = planned[begun.Order];
                                bool may =
                                    told.Rule == "how-did-we-do"
                                    || by.Sequence >= solvedBy.Sequence
                                    || (told.Scope is null && told.Due <= solvedBy.RecordedAt);
                                Assert.That(may, Is.True, $"{told.Rule} began after {solvedBy.Name} had solved the matter");
                                break;
                        }
                    }
                }
            }
        );

    [Test]
    public void A_lane_never_has_two_under_way() =>
        ForEveryDay(
            (_, _, entries) =>
            {
                var planned = new Dictionary<long, OpenTouchpoint>();
                var underWay = new Dictionary<(string Role, Channel Route), long>();
                foreach (Change change in entries.SelectMany(entry => entry.Changes))
                {
                    switch (change)
                    {
                        case TouchpointPlanned { Touchpoint: var touchpoint }:
                            planned[touchpoint.Order] = touchpoint;
                            break;
                        case AttemptBegun begun:
                            Assert.That(
                                underWay.TryAdd(LaneOf(planned[begun.Order]), begun.Order),
                                Is.True,
                                $"{planned[begun.Order].Rule} began while another was under way"
                            );
                            break;
                        case TouchpointWaits { Order: var order }:
                            Settle(order);
                            break;
                        case TouchpointUndecided { Order: var order }:
                            Settle(order);
                            break;
                        case TouchpointEnded { Order: var order }:
                            Settle(order);
                            break;
                    }
                }

                void Settle(long order)
                {
                    if (underWay.TryGetValue(LaneOf(planned[order]), out long current) && current == order)
                    {
                        underWay.Remove(LaneOf(planned[order]));
                    }
                }
            }
        );

    [Test]
    public void Facts_of_the_line_leave_in_order() =>
        ForEveryDay(
            (host, _, _) =>
            {
                string[] steps = ["order-recorded", "order-validated", "order-prepared", "order-shipped", "order-delivered"];
                foreach (
                    var lane in host
                        .Sent.Where(message => steps.Contains(message.Touchpoint.Rule))
                        .GroupBy(message => (message.Touchpoint.Journey, message.Channel))
                )
                {
                    var first = lane.Where(message => !message.MayBeRepeat && message.Touchpoint.Occurrence == "1")
                        .Select(message => Array.IndexOf(steps, message.Touchpoint.Rule))
                        .ToArray();
                    Assert.That(
                        first,
                        Is.Ordered.Or.Property("Length").LessThan(2),
                        string.Join(",", lane.Select(message => message.Touchpoint))
                    );
                }
            },
            calm: true
        );

    private static void ForEveryDay(Action<TouchpointsTestHost, JourneyId, IReadOnlyList<JournalEntry>> law, bool calm = false) =>
        Prop.ForAll(
                Days,
                day =>
                {
                    using var story = new Story(calm ? day with { Answers = [] } : day, batchSize: 512);
                    foreach (JourneyId journey in story.Journeys)
                    {
                        law(story.Host, journey, story.Host.JournalOfAsync(journey).Result);
                    }
                }
            )
            .Check(Settings(100));

    private static (string Role, Channel Route) LaneOf(OpenTouchpoint touchpoint) => (touchpoint.Role, touchpoint.Route);

    private static string StoryOf(Day day, int batchSize)
    {
        using var story = new Story(day, batchSize);
        return story.Tell();
    }

    private static Config Settings(int tests) => Config.QuickThrowOnFailure.WithMaxTest(tests).WithEndSize(25).WithReplay(20261122, 7);
}
