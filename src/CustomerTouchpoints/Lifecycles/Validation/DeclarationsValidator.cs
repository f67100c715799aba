using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks that what the lifecycle's class declares is used: its static states and its nested event records.</summary>
internal sealed class DeclarationsValidator : AbstractValidator<AuditedDraft>
{
    public DeclarationsValidator()
    {
        RuleForEach(whole => whole.Draft.DeclaredStates)
            .Must((whole, state) => whole.States.Any(other => other.Name == state.Name))
            .Reports(
                (_, state) =>
                    new Fault(
                        Subject.Of(state),
                        "it is declared and nothing enters it",
                        "put it on the line, enter it with GoTo, or remove it"
                    )
            );
        RuleForEach(whole => whole.Draft.DeclaredEvents)
            .Must((whole, name) => Handles(whole, name))
            .Reports(
                (_, name) =>
                    new Fault(
                        Subject.OfEvent(name),
                        "it is declared and nothing handles it",
                        "give it a step, a transition, an opening or a rule, or remove it"
                    )
            );
    }

    private static bool Handles(AuditedDraft whole, string name) =>
        whole.Steps.Any(step => step.Event == name)
        || whole.Draft.Openings.Any(opening => opening.Event == name)
        || whole.Draft.Transitions.Any(transition => transition.Event == name)
        || whole.Draft.Rules.Any(rule => rule.Event == name)
        || whole.Draft.Meanings.ContainsKey(name);
}
