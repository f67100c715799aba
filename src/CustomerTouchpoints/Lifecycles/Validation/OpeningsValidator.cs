using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks how journeys begin: something opens them, and each event in one state only.</summary>
internal sealed class OpeningsValidator : AbstractValidator<AuditedDraft>
{
    public OpeningsValidator()
    {
        RuleFor(whole => whole.Draft.Openings)
            .Must((whole, openings) => openings.Count > 0 || whole.Draft.Lines.Count > 0 || whole.States.Count == 0)
            .Reports(
                (_, _) =>
                    new Fault(
                        Subject.Whole,
                        "nothing opens its journeys",
                        "declare a Line, or an opening with OpensWith<TEvent>().GoTo(state)"
                    )
            );
        RuleForEach(whole => whole.Draft.Openings)
            .Must((whole, opening) => ReferenceEquals(whole.Draft.Openings.First(other => other.Event == opening.Event), opening))
            .Reports(
                (_, opening) => new Fault(Subject.OfEvent(opening.Event), "it is declared as opening twice", "keep one OpensWith for it")
            )
            .Must((whole, opening) => StepOf(whole, opening) is not { } step || step.State.Name == opening.Target.Name)
            .Reports(
                (whole, opening) =>
                    new Fault(
                        Subject.OfEvent(opening.Event),
                        $"it opens in {opening.Target}, but its step on the line is {StepOf(whole, opening)?.State}",
                        "open in the state of its step, or take it off the line"
                    )
            );
    }

    private static LineStep? StepOf(AuditedDraft whole, Opening opening) => whole.FirstStepBy(opening.Event);
}
