using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks one transition: it can happen, and no other one always comes before it.</summary>
internal sealed class TransitionValidator : AbstractValidator<Transition>
{
    public TransitionValidator(AuditedDraft whole)
    {
        RuleFor(transition => transition)
            .Must(transition => transition.Scope is not { Kind: StateKind.Final })
            .Reports(transition => new Fault(
                Subject.Of(transition),
                "the state is final, so no event moves it",
                "make the state solved, or remove the transition"
            ))
            .Must(transition => transition.Scope is not null || whole.Graph.Holds(null))
            .Reports(transition => new Fault(Subject.Of(transition), "no open state can be reached", "name the state with While(state)"))
            .Must(transition => transition.Scope is { Kind: StateKind.Final } || !whole.Precedence.Hides(transition))
            .Reports(transition =>
                whole.Precedence.HiderInScope(transition) is not null
                    ? new Fault(
                        Subject.Of(transition),
                        "an unguarded transition declared earlier hides it",
                        "guard the earlier one with When(...), or remove one of them"
                    )
                    : new Fault(
                        Subject.Of(transition),
                        "every state in which it holds has an unguarded transition on the event that comes first",
                        "guard those with When(...), or remove this one"
                    )
            );
    }
}
