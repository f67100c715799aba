namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>
/// Which declarations can never fire, because an unguarded one is always asked before them. An unguarded transition of a substate that
/// overrides its superstate's is no fault as long as the superstate's still holds somewhere.
/// </summary>
internal sealed class Precedence
{
    private readonly LifecycleDraft draft;
    private readonly JourneyGraph graph;
    private readonly HashSet<Transition> asked = new(ReferenceEqualityComparer.Instance);

    public Precedence(LifecycleDraft draft, JourneyGraph graph)
    {
        this.draft = draft;
        this.graph = graph;
        foreach (State state in graph.Occupied)
        {
            foreach (string name in draft.Transitions.Select(transition => transition.Event).Distinct())
            {
                asked.UnionWith(AskedIn(state, name));
            }
        }
    }

    /// <summary>Whether a transition is never asked, though its scope holds.</summary>
    public bool Hides(Transition transition) => graph.Holds(transition.Scope) && !asked.Contains(transition);

    /// <summary>The unguarded transition of the same scope and event that is declared before this one, or null.</summary>
    public Transition? HiderInScope(Transition transition) =>
        draft
            .Transitions.TakeWhile(other => !ReferenceEquals(other, transition))
            .FirstOrDefault(other =>
                other.Event == transition.Event && other.Scope?.Name == transition.Scope?.Name && other.Guards.Count == 0
            );

    /// <summary>Whether the line can never move on to a step once the journey is open.</summary>
    public bool Hides(LineStep step)
    {
        IReadOnlyList<State> before = graph.Before(step);
        return before.Count > 0 && before.All(state => AskedIn(state, step.Event).LastOrDefault() is { Guards.Count: 0 });
    }

    /// <summary>The same timed transition declared before, or a shorter one of the same scope that always ends it first; or null.</summary>
    public TimedTransition? Hider(TimedTransition timed) =>
        draft
            .TimedTransitions.Where(other => other.Scope?.Name == timed.Scope?.Name && (Ends(other) || other.TimerKey == timed.TimerKey))
            .FirstOrDefault(other => other.Span < timed.Span || (other.Span == timed.Span && IsDeclaredBefore(other, timed)));

    private static bool Ends(TimedTransition timed) => !timed.Target.IsWithin(timed.Scope) || timed.Target.Name == timed.Scope?.Name;

    private bool IsDeclaredBefore(TimedTransition one, TimedTransition other) =>
        !ReferenceEquals(one, other)
        && draft.TimedTransitions.TakeWhile(timed => !ReferenceEquals(timed, other)).Any(timed => ReferenceEquals(timed, one));

    private IEnumerable<Transition> AskedIn(State state, string eventName)
    {
        foreach (Transition transition in SearchOrder.Of(draft.Transitions, state, eventName))
        {
            yield return transition;
            if (transition.Guards.Count == 0)
            {
                yield break;
            }
        }
    }
}
