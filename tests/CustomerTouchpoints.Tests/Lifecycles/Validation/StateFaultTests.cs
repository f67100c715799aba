using static CustomerTouchpoints.Tests.Lifecycles.Validation.Faulty;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

public sealed class StateFaultTests
{
    [Test]
    public void A_state_must_be_reached() =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.While(Solved).On("go").GoTo(A);
            },
            "state solved",
            "no journey can come to it",
            "enter it with GoTo from a state that is reached"
        );

    [Test]
    public void States_that_only_reach_each_other_are_not_reached()
    {
        IReadOnlyList<Fault> faults = Written.Faults(order =>
        {
            order.OpensWith("go").GoTo(A);
            order.While(B).On("go").GoTo(C);
            order.While(C).For(TimeSpan.FromDays(1)).GoTo(B);
        });

        Assert.That(string.Join(", ", faults.Select(fault => fault.Place)), Is.EqualTo("order: state b, order: state c"));
    }

    [Test]
    public void A_state_is_reached_by_a_timed_transition_from_its_superstates_sibling()
    {
        var outer = new State("outer");
        var inner = new State("inner", within: outer);

        IsSound(order =>
        {
            order.OpensWith("go").GoTo(inner);
            order.While(outer).For(TimeSpan.FromDays(1)).GoTo(A);
        });
    }

    [Test]
    public void Only_an_open_state_hears_what_is_declared_while_open() =>
        HasOneFault(
            order =>
            {
                order.OpensWith("go").GoTo(Solved);
                order.WhileOpen().QuietFor(TimeSpan.FromDays(1)).Send("still-here");
            },
            "rule still-here",
            "no open state can be reached",
            "While(state)"
        );

    [Test]
    public void Two_states_cannot_share_a_name()
    {
        var other = new State("b");

        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.OnEntering(other).Send("hello");
            },
            "state b",
            "two State objects have this name",
            "static readonly field"
        );
    }

    [TestCase(StateKind.Solved, StateKind.Open, "it is solved, but its superstate outer is open")]
    [TestCase(StateKind.Final, StateKind.Open, "it is final, but its superstate outer is open")]
    [TestCase(StateKind.Open, StateKind.Solved, "it is open, but its superstate outer is solved")]
    [TestCase(StateKind.Open, StateKind.Final, "it is open, but its superstate outer is final")]
    [TestCase(StateKind.Solved, StateKind.Final, "it is solved, but its superstate outer is final")]
    public void A_state_has_the_kind_of_its_superstate(StateKind kind, StateKind superstate, string problem)
    {
        var inner = new State("inner", kind: kind, within: new State("outer", kind: superstate));

        HasOneFault(order => order.OpensWith("go").GoTo(inner), "state inner", problem, "give both the same kind");
    }

    [Test]
    public void A_final_state_may_lie_within_a_solved_one()
    {
        var inner = new State("inner", kind: StateKind.Final, within: Solved);

        IsSound(order => order.OpensWith("go").GoTo(inner));
    }
}
