using static CustomerTouchpoints.Tests.Lifecycles.Validation.Faulty;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

public sealed class OpeningFaultTests
{
    [Test]
    public void An_event_opens_in_one_state() =>
        HasOneFault(
            order =>
            {
                order.OpensWith("go").GoTo(A);
                order.OpensWith("go").GoTo(B);
            },
            "event go",
            "it is declared as opening twice",
            "keep one OpensWith"
        );

    [Test]
    public void An_opening_agrees_with_the_line() =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.OpensWith("to-a").GoTo(B);
            },
            "event to-a",
            "it opens in b, but its step on the line is a",
            "open in the state of its step"
        );

    [Test]
    public void A_step_of_the_line_may_open_without_a_known_customer() =>
        IsSound(order =>
        {
            order.LineOfThree();
            order.OpensWith("to-a").GoTo(A);
        });
}
