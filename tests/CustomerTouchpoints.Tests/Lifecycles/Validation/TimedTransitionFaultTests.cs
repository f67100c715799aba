using static CustomerTouchpoints.Tests.Lifecycles.Validation.Faulty;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

public sealed class TimedTransitionFaultTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [TestCase(0, "state a, after 0 seconds")]
    [TestCase(-1, "state a, after -1 day")]
    [TestCase(3651, "state a, after 3651 days")]
    public void A_timed_transition_needs_a_span_in_range(int days, string subject) =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.While(A).For(TimeSpan.FromDays(days)).GoTo(B);
            },
            subject,
            "its span is out of range",
            "more than zero and at most 3650 days"
        );

    [Test]
    public void A_final_state_has_no_timed_transitions() =>
        HasOneFault(
            order =>
            {
                order.OpensWith("go").GoTo(Final);
                order.While(Final).For(Hour).GoTo(Final);
            },
            "state final, after 1 hour",
            "the state is final, so no time ends it",
            "make the state solved"
        );

    [Test]
    public void A_longer_one_never_happens_when_a_shorter_one_ends_the_state() =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.While(A).For(2 * Hour).GoTo(C);
                order.While(A).For(Hour).GoTo(B);
            },
            "state a, after 2 hours",
            "it never happens: \"after 1 hour to b\" comes first",
            "keep one of the two"
        );

    [Test]
    public void A_longer_one_happens_when_the_shorter_one_stays_within_the_scope() =>
        IsSound(order =>
        {
            order.LineOfThree();
            order.WhileOpen().For(Hour).GoTo(C);
            order.WhileOpen().For(2 * Hour).GoTo(Final);
        });

    [Test]
    public void The_same_one_twice_is_a_fault() =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.WhileOpen().For(Hour).GoTo(B);
                order.WhileOpen().For(Hour).GoTo(B);
            },
            "while open, after 1 hour",
            "it never happens: \"after 1 hour to b\" comes first",
            "keep one of the two"
        );

    [Test]
    public void A_round_without_any_event_goes_on_for_ever() =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.While(A).For(Hour).GoTo(B);
                order.While(B).For(Hour).GoTo(C);
                order.While(C).For(Hour).GoTo(A);
            },
            "state a, after 1 hour",
            "without any event it goes round for ever: a → b → c → a",
            "let one of these steps wait for an event"
        );

    [Test]
    public void A_state_that_enters_itself_by_time_goes_on_for_ever() =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.While(B).For(Hour).GoTo(B);
            },
            "state b, after 1 hour",
            "without any event it goes round for ever: b → b",
            "QuietFor or EveryDayAt with AtMost"
        );

    [Test]
    public void A_round_that_needs_an_event_is_sound() =>
        IsSound(order =>
        {
            order.LineOfThree();
            order.While(A).For(Hour).GoTo(B);
            order.While(B).On("back").GoTo(A);
        });

    [Test]
    public void A_round_within_a_scope_whose_timer_fires_once_is_sound() =>
        IsSound(order =>
        {
            order.LineOfThree();
            order.WhileOpen().For(Hour).GoTo(B);
            order.While(B).For(Hour).GoTo(A);
        });

    [Test]
    public void A_round_that_leaves_the_scope_and_comes_back_goes_on_for_ever()
    {
        var outer = new State("outer");
        var one = new State("one", within: outer);
        var two = new State("two", within: outer);

        HasOneFault(
            order =>
            {
                order.OpensWith("go").GoTo(one);
                order.While(outer).For(Hour).GoTo(two);
                order.While(two).For(Hour).GoTo(A);
                order.While(A).For(Hour).GoTo(one);
            },
            "state outer, after 1 hour",
            "without any event it goes round for ever: one → two → a → one",
            "let one of these steps wait for an event"
        );
    }
}
