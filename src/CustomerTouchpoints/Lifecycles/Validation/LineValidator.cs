using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks the progress line: one line, each state and each event once, every step within reach.</summary>
internal sealed class LineValidator : AbstractValidator<AuditedDraft>
{
    public LineValidator()
    {
        RuleFor(whole => whole.Draft.Lines)
            .Must(lines => lines.Count <= 1)
            .Reports(
                (_, lines) => new Fault(Subject.Line, $"there are {lines.Count} lines", "keep one Line and write the others as transitions")
            );
        RuleForEach(whole => whole.Draft.Lines)
            .Must(line => line.Count > 0)
            .Reports((_, _) => new Fault(Subject.Line, "it has no steps", "give it steps, such as Recorded.ReachedBy<OrderPlaced>()"));
        RuleForEach(whole => whole.Steps)
            .Must((whole, step) => ReferenceEquals(whole.FirstStepOf(step.State.Name), step))
            .Reports((_, step) => new Fault(Subject.Of(step), "its state is on the line twice", "keep one step for each state"))
            .Must((whole, step) => ReferenceEquals(whole.FirstStepBy(step.Event), step))
            .Reports(
                (_, step) =>
                    new Fault(
                        Subject.Of(step),
                        $"the event {step.Event} reaches an earlier step already",
                        "give each step an event of its own"
                    )
            )
            .Must((whole, step) => step.State.Kind != StateKind.Final || ReferenceEquals(whole.Steps[^1], step))
            .Reports(
                (_, step) =>
                    new Fault(
                        Subject.Of(step),
                        "it is final, so the journey is closed before the steps after it",
                        "move it to the end of the line, or make it solved"
                    )
            )
            .Must((whole, step) => !whole.Precedence.Hides(step))
            .Reports(
                (_, step) =>
                    new Fault(
                        Subject.Of(step),
                        $"once the journey is open, an unguarded transition on {step.Event} always comes before the line",
                        "guard that transition with When(...), or remove it or the step"
                    )
            );
    }
}
