using static CustomerTouchpoints.Tests.Lifecycles.Validation.Faulty;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

public sealed class TransitionFaultTests
{
    private static readonly State Outer = new("outer");
    private static readonly State One = new("one", within: Outer);
    private static readonly State Two = new("two", within: Outer);

    [Test]
    public void A_final_state_has_no_transitions() =>
        HasOneFault(
            order =>
            {
                order.OpensWith("go").GoTo(Final);
                order.While(Final).On("reopen").GoTo(Final);
            },
            "state final, event reopen",
            "the state is final, so no event moves it",
            "make the state solved"
        );

    [Test]
    public void The_second_unguarded_transition_of_a_scope_is_hidden() =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.While(A).On("go").When("paid", _ => true).GoTo(B);
                order.While(A).On("go").GoTo(B);
                order.While(A).On("go").GoTo(C);
            },
            "state a, event go",
            "an unguarded transition declared earlier hides it",
            "guard the earlier one with When(...)"
        );

    [Test]
    public void A_guarded_transition_is_asked_before_an_unguarded_one_declared_earlier() =>
        IsSound(order =>
        {
            order.LineOfThree();
            order.While(A).On("go").GoTo(B);
            order.While(A).On("go").When("paid", _ => true).GoTo(C);
        });

    [Test]
    public void A_transition_while_open_is_hidden_when_every_open_state_answers_the_event_itself() =>
        HasOneFault(
            order =>
            {
                order.OpensWith("open").GoTo(A);
                order.While(A).On("go").GoTo(Solved);
                order.WhileOpen().On("go").GoTo(Final);
                order.While(Solved).On("close").GoTo(Final);
            },
            "while open, event go",
            "every state in which it holds has an unguarded transition on the event that comes first",
            "guard those with When(...)"
        );

    [Test]
    public void A_substate_may_override_its_superstate() =>
        IsSound(order =>
        {
            order.OpensWith("open").GoTo(One);
            order.While(One).On("next").GoTo(Two);
            order.While(One).On("go").Stay();
            order.While(Outer).On("go").GoTo(A);
        });

    [Test]
    public void A_superstate_is_hidden_when_all_its_states_override_it() =>
        HasOneFault(
            order =>
            {
                order.OpensWith("open").GoTo(One);
                order.While(One).On("next").GoTo(Two);
                order.While(One).On("go").Stay();
                order.While(Two).On("go").Stay();
                order.While(Outer).On("go").GoTo(A);
                order.While(Outer).On("leave").GoTo(A);
            },
            "state outer, event go",
            "every state in which it holds has an unguarded transition on the event that comes first",
            "remove this one"
        );

    [Test]
    public void A_solved_state_may_be_reopened() =>
        IsSound(order =>
        {
            order.OpensWith("open").GoTo(Solved);
            order.While(Solved).On("reopen").GoTo(A);
        });
}
