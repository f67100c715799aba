using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks that what the lifecycle's class declares is used: its static states and its nested event records.</summary>
internal sealed class DeclarationsValidator : AbstractValidator<AuditedDraft>
{
    public DeclarationsValidator()
    {
        RuleForEach(whole => whole.Draft.DeclaredStates)
            .Must((whole, state) => whole.FirstState(state.Name) is not null)
            .Reports(
                (_, state) =>
                    new Fault(
                        Subject.Of(state),
                        "it is declared and nothing enters it",
                        "put it on the line, enter it with GoTo, or remove it"
                    )
            );
        RuleForEach(whole => whole.Draft.DeclaredEvents)
            .Must((whole, name) => whole.Handles(name))
            .Reports(
                (_, name) =>
                    new Fault(
                        Subject.OfEvent(name),
                        "it is declared and nothing handles it",
                        "give it a step, a transition, an opening or a rule, or remove it"
                    )
            );
    }
}
