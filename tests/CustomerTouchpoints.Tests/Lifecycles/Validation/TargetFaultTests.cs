using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static CustomerTouchpoints.Tests.Lifecycles.Validation.Faulty;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

public sealed class TargetFaultTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [TestCase(-1)]
    [TestCase(3651L * 86_400_000)]
    [TestCase(1_500, Description = "not in whole seconds")]
    public void A_target_needs_a_span_in_range_and_in_whole_seconds(long milliseconds) =>
        HasOneTargetFault(
            order => order.Resolution().Within(TimeSpan.FromMilliseconds(milliseconds)),
            "resolution",
            "its span is out of range",
            "more than zero and at most 3650 days, in whole seconds"
        );

    [Test]
    public void A_target_of_no_time_is_a_fault() =>
        HasOneTargetFault(order => order.Resolution().Within(TimeSpan.Zero), "resolution", "its span is zero", "more than zero");

    [Test]
    public void A_target_without_a_span_is_an_unfinished_sentence_and_no_second_fault() =>
        HasOneTargetFault(order => order.Answer().On(Channel.Chat), "first-answer", "the sentence has no end", "say within which time");

    [TestCase(1)]
    [TestCase(3650L * 24 * 3600)]
    public void A_target_of_any_whole_second_in_range_is_sound(long seconds) =>
        IsSoundWith(order => order.Resolution().Within(TimeSpan.FromSeconds(seconds)));

    [TestCase(0.0, "it warns at 0, which is no share of the target")]
    [TestCase(1.0, "it warns at 1, which is no share of the target")]
    [TestCase(75.0, "it warns at 75, which is no share of the target")]
    [TestCase(-0.5, "it warns at -0.5, which is no share of the target")]
    [TestCase(double.NaN, "it warns at NaN, which is no share of the target")]
    public void A_warning_is_a_share_of_the_target(double share, string problem) =>
        HasOneTargetFault(
            order => order.Resolution().Within(Hour).WarnAt(share),
            "resolution",
            problem,
            "numbers between 0 and 1, such as 0.75"
        );

    [TestCase(0.75, 0.5)]
    [TestCase(0.5, 0.5)]
    public void Warnings_go_from_the_smallest_share_to_the_largest(double first, double second) =>
        HasOneTargetFault(
            order => order.Resolution().Within(Hour).WarnAt(first, second),
            "resolution",
            "it warns twice at one share, or at a smaller one after a larger",
            "from the smallest to the largest"
        );

    [Test]
    public void A_target_behind_one_that_holds_for_everybody_never_has_its_turn() =>
        HasOneTargetFault(
            order =>
            {
                order.Resolution().Within(4 * Hour);
                order.Resolution().Within(Hour).ForPriority("high").On(Channel.Chat).ForSegment("gold").ForTopic("login");
            },
            "resolution",
            "its turn never comes: an earlier target of the clock holds for everybody that it would hold for",
            "the more special one first"
        );

    [Test]
    public void A_target_behind_one_that_holds_for_more_never_has_its_turn() =>
        HasOneTargetFault(
            order =>
            {
                order.Resolution().Within(4 * Hour).ForPriority("high", "low");
                order.Resolution().Within(Hour).ForPriority("high").ForTopic("login");
            },
            "resolution",
            "its turn never comes: an earlier target of the clock holds for everybody that it would hold for",
            "the more special one first"
        );

    [Test]
    public void Targets_that_hold_for_others_stand_side_by_side() =>
        IsSoundWith(order =>
        {
            order.Resolution().Within(Hour).ForPriority("high").ForTopic("login");
            order.Resolution().Within(2 * Hour).ForPriority("high").On(Channel.Chat);
            order.Resolution().Within(3 * Hour).ForSegment("gold");
            order.Resolution().Within(4 * Hour);
            order.Resolution().Within(Hour).Named("quick");
        });

    [Test]
    public void One_clock_measures_one_thing() =>
        HasOneTargetFault(
            order =>
            {
                order.Resolution().Within(Hour).ForPriority("high").Named("care");
                order.RequesterWait().Within(Hour).Named("care");
            },
            "care",
            "an earlier target of the same clock measures something else",
            "another name with Named"
        );

    [Test]
    public void Only_updates_send_when_they_are_due() =>
        HasOneTargetFault(
            order => order.Resolution().Within(Hour).Send("news"),
            "resolution",
            "only updates send something when they are due",
            "use OnWarning or OnBreach"
        );

    [Test]
    public void Updates_send_when_they_are_due() => IsSoundWith(order => order.PausableUpdate().Every(Hour).Send("news"));

    [Test]
    public void Bots_can_count_only_where_an_answer_is_waited_for() =>
        HasOneTargetFault(
            order => order.Resolution().Within(Hour).BotsCount(),
            "resolution",
            "BotsCount has no effect: it does not wait for an answer",
            "remove BotsCount()"
        );

    [TestCase(false, "requester-wait")]
    [TestCase(true, "work-time")]
    public void Times_in_states_pause_by_what_they_measure(bool work, string clock) =>
        HasOneTargetFault(
            order => (work ? order.WorkTime() : order.RequesterWait()).Within(Hour).PausesWhileWaiting(),
            clock,
            "PausesWhileWaiting has no effect: states say when its time counts",
            "remove PausesWhileWaiting()"
        );

    [Test]
    public void The_time_in_a_state_that_nothing_enters_is_no_target() =>
        HasOneTargetFault(
            order => order.WorkTime(new State("tier-two")).Within(Hour),
            "work-time-tier-two",
            "it measures the time in a state that nothing enters",
            "enter the state"
        );

    [Test]
    public void An_answer_target_above_24_hours_is_a_warning_and_no_fault()
    {
        LifecycleReport report = new Written(order =>
        {
            order.LineOfThree();
            order.Answer().Within(25 * Hour);
            order.NextAnswer().Within(TimeSpan.FromDays(2));
        }).Validate();
        Assert.That(report.Faults, Is.Empty);
        Assert.That(report.Warnings.Select(warning => warning.ToString()), Is.EqualTo(Long));
    }

    [TestCase(24 * 3600)]
    [TestCase(1)]
    public void An_answer_target_of_at_most_24_hours_is_none(int seconds) => Assert.That(new Written(order =>
            {
                order.LineOfThree();
                order.Answer().Within(TimeSpan.FromSeconds(seconds));
            }).Validate().Warnings, Is.Empty);

    [Test]
    public void Other_targets_may_be_long() => Assert.That(new Written(order =>
            {
                order.LineOfThree();
                order.Resolution().Within(TimeSpan.FromDays(10));
                order.StatusUpdate().Every(TimeSpan.FromDays(2));
            }).Validate().Warnings, Is.Empty);

    [TestCase(typeof(AnswersInTwoDays), 1)]
    [TestCase(typeof(AnswersInADay), 0)]
    public async Task A_host_whose_answer_target_is_above_24_hours_warns_when_it_starts(Type lifecycle, int warnings)
    {
        using var log = new CollectingLog();
        await using TouchpointsTestHost host = await StartAsync(lifecycle, log);
        Assert.That(log.Lines.Where(line => line.StartsWith("Warning", StringComparison.Ordinal)), Is.EqualTo(Warned.Take(warnings)));
    }

    private static readonly string[] Long =
    [
        "order: target of first-answer: 1 day 1 hour is long for an answer. Promise an answer within 24 hours, be it that you need "
            + "longer, and measure the rest as a resolution.",
        "order: target of next-answer: 2 days is long for an answer. Promise an answer within 24 hours, be it that you need longer, and "
            + "measure the rest as a resolution.",
    ];

    private static readonly string[] Warned =
    [
        "Warning 1240 slow: target of first-answer: 2 days is long for an answer. Promise an answer within 24 hours, be it that you "
            + "need longer, and measure the rest as a resolution.",
    ];

    private static void HasOneTargetFault(Action<LifecycleBuilder> targets, string clock, string problem, string remedy) =>
        HasOneFault(Order(targets), $"target of {clock}", problem, remedy);

    private static void IsSoundWith(Action<LifecycleBuilder> targets) => IsSound(Order(targets));

    private static Action<LifecycleBuilder> Order(Action<LifecycleBuilder> targets) =>
        order =>
        {
            order.LineOfThree();
            targets(order);
        };

    private static async Task<TouchpointsTestHost> StartAsync(Type lifecycle, CollectingLog log)
    {
        Action<TouchpointsBuilder> logged = touchpoints =>
            touchpoints.Services.AddSingleton<ILoggerFactory>(log).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        return lifecycle == typeof(AnswersInTwoDays)
            ? await TouchpointsTestHost.StartAsync<AnswersInTwoDays>(logged)
            : await TouchpointsTestHost.StartAsync<AnswersInADay>(logged);
    }

    private abstract class Answers(TimeSpan within) : Lifecycle("slow", version: 1)
    {
        protected override void Define(LifecycleBuilder lifecycle)
        {
            lifecycle.OpensWith("asked").GoTo(A);
            lifecycle.Answer().Within(within);
        }
    }

    private sealed class AnswersInTwoDays() : Answers(TimeSpan.FromDays(2));

    private sealed class AnswersInADay() : Answers(TimeSpan.FromDays(1));
}
