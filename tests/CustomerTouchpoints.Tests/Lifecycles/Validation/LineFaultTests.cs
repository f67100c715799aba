using static CustomerTouchpoints.Tests.Lifecycles.Validation.Faulty;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

public sealed class LineFaultTests
{
    [Test]
    public void There_is_one_line_at_most() =>
        HasOneFault(
            order =>
            {
                order.Line(A.ReachedBy("to-a"));
                order.Line(B.ReachedBy("to-b"));
            },
            "the line",
            "there are 2 lines",
            "keep one Line"
        );

    [Test]
    public void A_line_has_steps() =>
        HasOneFault(
            order =>
            {
                order.Line([]);
                order.OpensWith("go").GoTo(A);
            },
            "the line",
            "it has no steps",
            "give it steps"
        );

    [Test]
    public void A_state_is_on_the_line_once() =>
        HasOneFault(
            order => order.Line(A.ReachedBy("to-a"), B.ReachedBy("to-b"), A.ReachedBy("again")),
            "line step a",
            "its state is on the line twice",
            "keep one step for each state"
        );

    [Test]
    public void An_event_reaches_one_step() =>
        HasOneFault(
            order => order.Line(A.ReachedBy("go"), B.ReachedBy("go")),
            "line step b",
            "the event go reaches an earlier step already",
            "give each step an event of its own"
        );

    [Test]
    public void One_step_object_named_twice_is_two_steps()
    {
        LineStep step = A.ReachedBy("to-a");

        Assert.That(Tests.Lifecycles.Written.Faults(order => order.Line(step, step)), Has.Count.EqualTo(2));
    }

    [Test]
    public void A_final_state_is_the_end_of_the_line() =>
        HasOneFault(
            order => order.Line(A.ReachedBy("to-a"), Final.ReachedBy("to-final"), C.ReachedBy("to-c")),
            "line step final",
            "it is final, so the journey is closed before the steps after it",
            "move it to the end of the line"
        );

    [Test]
    public void A_step_is_hidden_when_an_unguarded_transition_always_comes_first() =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.WhileOpen().On("to-c").Stay();
            },
            "line step c",
            "once the journey is open, an unguarded transition on to-c always comes before the line",
            "guard that transition"
        );

    [Test]
    public void A_step_is_not_hidden_when_some_state_lets_the_line_have_the_event() =>
        IsSound(order =>
        {
            order.LineOfThree();
            order.While(B).On("to-c").Stay();
        });

    [Test]
    public void A_step_is_not_hidden_by_a_guarded_transition() =>
        IsSound(order =>
        {
            order.LineOfThree();
            order.WhileOpen().On("to-c").When("paid", _ => true).Stay();
        });

    [Test]
    public void The_first_step_is_not_hidden_because_it_opens_the_journey() =>
        IsSound(order =>
        {
            order.LineOfThree();
            order.WhileOpen().On("to-a").Stay();
        });
}
