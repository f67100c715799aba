using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks one state: its name is its own, it fits into its superstate, and something enters it.</summary>
internal sealed class StateValidator : AbstractValidator<State>
{
    public StateValidator(AuditedDraft whole)
    {
        RuleFor(state => state)
            .Must(state => ReferenceEquals(whole.FirstState(state.Name), state))
            .Reports(state => new Fault(
                Subject.Of(state),
                "two State objects have this name",
                "declare it once as a static readonly field and name that field everywhere"
            ))
            .Must(state => state.Within is null || Fits(state.Kind, state.Within.Kind))
            .Reports(state => new Fault(
                Subject.Of(state),
                $"it is {Words(state.Kind)}, but its superstate {state.Within} is {Words(state.Within?.Kind)}",
                "give both the same kind, or take it out of the superstate"
            ))
            .Must(state => whole.Graph.Reaches(state) || whole.IsKnownToRulesOnly(state))
            .Reports(state => new Fault(
                Subject.Of(state),
                "no journey can come to it",
                "put it on the line, open with it, or enter it with GoTo from a state that is reached"
            ));
    }

    /// <summary>What holds for a superstate holds within it: open states in an open one, solved or final ones in a solved one.</summary>
    private static bool Fits(StateKind kind, StateKind superstate) =>
        kind == superstate || (kind == StateKind.Final && superstate == StateKind.Solved);

    private static string Words(StateKind? kind) =>
        kind switch
        {
            StateKind.Final => "final",
            StateKind.Solved => "solved",
            _ => "open",
        };
}
