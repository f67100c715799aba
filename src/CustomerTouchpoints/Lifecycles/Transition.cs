using CustomerTouchpoints.Lifecycles.Language;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>What an event does in a state, in a superstate, or while the journey is open.</summary>
/// <param name="Scope">The state it holds in; null means while open.</param>
/// <param name="Event">The event's name.</param>
/// <param name="Guards">All must hold.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Target">Where it goes, for <see cref="TransitionKind.GoTo"/>.</param>
internal sealed record Transition(State? Scope, string Event, IReadOnlyList<Condition> Guards, TransitionKind Kind, State? Target)
{
    /// <summary>
    /// Whether it leads from a state to that state itself, and was declared for more than it: who is there already stays. A new visit is
    /// what <see cref="TransitionKind.Reenter"/> says, or a transition of the state itself.
    /// </summary>
    public bool LeadsOnlyTo(string state) => Target?.Name == state && Scope?.Name != state;
}
