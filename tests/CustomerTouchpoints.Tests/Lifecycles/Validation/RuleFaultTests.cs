using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints;
using static CustomerTouchpoints.Tests.Lifecycles.Validation.Faulty;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

public sealed class RuleFaultTests
{
    [Test]
    public void A_rule_has_a_key_of_its_own() =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.OnEntering(A).Send("hello");
                order.OnEntering(B).Send("hello");
            },
            "rule hello",
            "an earlier rule has the same key",
            "Named(\"...\")"
        );

    [Test]
    public void Two_rules_may_send_one_template_under_two_keys() =>
        IsSound(order =>
        {
            order.LineOfThree();
            order.OnEntering(A).Send("hello");
            order.OnEntering(B).Send("hello").Named("hello-again");
        });

    [Test]
    public void A_rule_tells_a_role_that_is_listed() =>
        HasOneFault(
            order =>
            {
                order.Parties("sender", "recipient");
                order.LineOfThree();
                order.OnEntering(A).Send("hello").To("recipent");
            },
            "rule hello",
            "it tells recipent, which is no role here",
            "tell one of: sender, recipient"
        );

    [Test]
    public void A_rule_needs_a_channel() =>
        HasOneFault(Rule(rule => rule.By()), "rule hello", "By or AlsoBy names no channel", "name at least one");

    [Test]
    public void A_route_names_a_channel_once() =>
        HasOneFault(
            Rule(rule => rule.By("sms", "email", "sms")),
            "rule hello",
            "By or AlsoBy names a channel twice",
            "name each channel once"
        );

    [Test]
    public void Two_routes_begin_with_different_channels() =>
        HasOneFault(
            Rule(rule => rule.AlsoBy(Channel.Email)),
            "rule hello",
            "two of its messages begin with the same channel, so they would be one touchpoint",
            "begin with a channel of their own"
        );

    [Test]
    public void A_rule_can_be_stale_only_after_a_span_in_range() =>
        HasOneFault(Rule(rule => rule.StaleAfter(TimeSpan.MaxValue)), "rule hello", "its StaleAfter is out of range", "at most 3650 days");

    [Test]
    public void A_delay_is_in_range() =>
        HasOneFault(
            Occasion(order => order.OnEntering(A).After(TimeSpan.Zero)),
            "rule hello",
            "its delay is out of range",
            "more than zero"
        );

    [Test]
    public void A_quiet_span_is_in_range() =>
        HasOneFault(
            Occasion(order => order.While(A).QuietFor(TimeSpan.FromMinutes(-1))),
            "rule hello",
            "its quiet span is out of range",
            "more than zero"
        );

    [Test]
    public void A_repeating_rule_speaks_at_least_once() =>
        HasOneFault(
            Occasion(order => order.While(A).QuietFor(TimeSpan.FromDays(1)), rule => rule.AtMost(0)),
            "rule hello",
            "AtMost(0) never lets it speak",
            "use at least 1"
        );

    [Test]
    public void A_bound_is_for_rules_that_repeat() =>
        HasOneFault(Rule(rule => rule.AtMost(1)), "rule hello", "AtMost has no effect: it speaks once on each occasion", "remove AtMost");

    [Test]
    public void A_daily_rule_needs_a_bound_where_only_an_event_ends_the_state() =>
        HasOneFault(
            Occasion(order => order.While(B).EveryDayAt(new TimeOnly(9, 0))),
            "rule hello",
            "it speaks every day without end: nothing but an event ends b, and it may never come",
            "add AtMost(times), or end the state with For"
        );

    [Test]
    public void A_daily_rule_while_open_needs_a_bound_too() =>
        HasOneFault(
            Occasion(order => order.WhileOpen().EveryDayAt(new TimeOnly(9, 0))),
            "rule hello",
            "it speaks every day without end: nothing but an event ends the open journey, and it may never come",
            "add AtMost(times)"
        );

    [Test]
    public void A_daily_rule_needs_no_bound_where_time_ends_the_state() =>
        IsSound(order =>
        {
            order.LineOfThree();
            order.WhileOpen().For(TimeSpan.FromDays(30)).GoTo(Final);
            order.While(B).EveryDayAt(new TimeOnly(9, 0)).Send("hello");
        });

    [Test]
    public void A_rule_watches_a_state_that_something_enters() =>
        HasOneFault(
            Occasion(order => order.OnEntering(Solved)),
            "rule hello",
            "it watches the state solved, which nothing enters",
            "enter the state, watch another one, or remove the rule"
        );

    [Test]
    public void A_rule_on_re_entering_needs_a_way_back() =>
        HasOneFault(
            Occasion(order => order.OnReentering(B)),
            "rule hello",
            "the state b can't be entered a second time",
            "use OnEntering, or add the way back"
        );

    [Test]
    public void A_step_of_the_line_is_entered_again_once_a_transition_lowers_the_mark() =>
        IsSound(order =>
        {
            order.LineOfThree();
            order.While(C).On("back").GoTo(A);
            order.OnReentering(B).Send("hello");
        });

    [Test]
    public void Rejoining_the_line_enters_no_step_again() =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.While(B).On("detour").GoTo(Solved);
                order.OnReentering(B).Send("hello");
            },
            "rule hello",
            "the state b can't be entered a second time",
            "add the way back"
        );

    [Test]
    public void A_superstate_is_not_entered_again_by_a_move_within_it()
    {
        var outer = new State("outer");
        var one = new State("one", within: outer);

        HasOneFault(
            order =>
            {
                order.OpensWith("go").GoTo(one);
                order.While(one).On("again").Reenter();
                order.OnReentering(one).Send("sound");
                order.OnReentering(outer).Send("hello");
            },
            "rule hello",
            "the state outer can't be entered a second time",
            "add the way back"
        );
    }

    [Test]
    public void A_rule_on_leaving_needs_a_way_out() =>
        HasOneFault(
            Occasion(order => order.OnLeaving(C)),
            "rule hello",
            "nothing leaves the state c",
            "use OnEntering, or add the way out"
        );

    [Test]
    public void Nothing_lasts_in_a_final_state() =>
        HasOneFault(
            order =>
            {
                order.OpensWith("go").GoTo(Final);
                order.While(Final).QuietFor(TimeSpan.FromDays(1)).Send("hello").Afterwards();
            },
            "rule hello",
            "the state final is final, so nothing lasts in it",
            "use OnEntering, or make the state solved"
        );

    [Test]
    public void A_rule_that_speaks_later_in_a_solved_state_says_Afterwards() =>
        HasOneFault(
            order =>
            {
                order.OpensWith("go").GoTo(Solved);
                order.OnEntering(Solved).After(TimeSpan.FromDays(3)).Send("hello");
            },
            "rule hello",
            "it would speak later, when solved has solved the matter, and is silent then",
            "add Afterwards()"
        );

    [TestCase(StateKind.Solved)]
    [TestCase(StateKind.Final)]
    public void A_survey_in_a_solved_state_is_sound(StateKind kind)
    {
        var end = new State("end", kind: kind);

        IsSound(order =>
        {
            order.OpensWith("go").GoTo(end);
            order.OnEntering(end).After(TimeSpan.FromDays(3)).Send("hello").Afterwards();
        });
    }

    [Test]
    public void Afterwards_is_not_for_a_condition_of_an_open_state() =>
        HasOneFault(
            Occasion(order => order.OnEntering(A).At(new TimeOnly(9, 0)), rule => rule.Afterwards()),
            "rule hello",
            "Afterwards has no effect: the message is withdrawn when a ends, before the matter is solved",
            "remove Afterwards()"
        );

    [Test]
    public void Afterwards_is_not_for_a_condition_while_open() =>
        HasOneFault(
            Occasion(order => order.WhileOpen().QuietFor(TimeSpan.FromDays(1)), rule => rule.Afterwards()),
            "rule hello",
            "Afterwards has no effect: the message is withdrawn when the open journey ends, before the matter is solved",
            "remove Afterwards()"
        );

    [Test]
    public void MustBeHeard_is_for_facts() =>
        HasOneFault(
            Occasion(order => order.OnEntering(A).After(TimeSpan.FromDays(1)), rule => rule.MustBeHeard()),
            "rule hello",
            "MustBeHeard has no effect: the message tells a condition and ends with it",
            "remove MustBeHeard()"
        );

    /// <summary>A line, and one rule on entering A.</summary>
    private static Action<LifecycleBuilder> Rule(Action<TouchpointRuleBuilder> more) => Occasion(order => order.OnEntering(A), more);

    /// <summary>A line, and one rule on an occasion.</summary>
    private static Action<LifecycleBuilder> Occasion(
        Func<LifecycleBuilder, Occasion> occasion,
        Action<TouchpointRuleBuilder>? more = null
    ) =>
        order =>
        {
            order.LineOfThree();
            TouchpointRuleBuilder rule = occasion(order).Send("hello");
            more?.Invoke(rule);
        };
}
