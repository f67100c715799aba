namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>
/// Which declarations can never fire, because an unguarded one is always asked before them. An unguarded transition of a substate that
/// overrides its superstate's is no fault as long as the superstate's still holds somewhere.
/// </summary>
internal sealed class Precedence
{
    private readonly LifecycleDraft draft;
    private readonly JourneyGraph graph;
    private readonly SearchOrder order;
    private readonly HashSet<Transition> asked = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<string, TimedTransition> timedByScope;

    public Precedence(LifecycleDraft draft, JourneyGraph graph)
    {
        this.draft = draft;
        this.graph = graph;
        order = new SearchOrder(draft.Transitions);
        timedByScope = draft.TimedTransitions.ToLookup(timed => SearchOrder.NameOf(timed.Scope));
        foreach (State state in graph.Occupied)
        {
            foreach (string name in order.EventsIn(state))
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
        bool isBefore = false;
        foreach (State state in graph.Before(step))
        {
            isBefore = true;
            if (AskedIn(state, step.Event).LastOrDefault() is not { Guards.Count: 0 })
            {
                return false;
            }
        }

        return isBefore;
    }

    /// <summary>The same timed transition declared before, or a shorter one of the same scope that always ends it first; or null.</summary>
    public TimedTransition? Hider(TimedTransition timed)
    {
        bool isDeclaredBefore = true;
        foreach (TimedTransition other in timedByScope[SearchOrder.NameOf(timed.Scope)])
        {
            isDeclaredBefore &= !ReferenceEquals(other, timed);
            if (
                (other.Span < timed.Span || (other.Span == timed.Span && isDeclaredBefore))
                && (Ends(other) || other.TimerKey == timed.TimerKey)
            )
            {
                return other;
            }
        }

        return null;
    }

    private static bool Ends(TimedTransition timed) => !timed.Target.IsWithin(timed.Scope) || timed.Target.Name == timed.Scope?.Name;

    private IEnumerable<Transition> AskedIn(State state, string eventName)
    {
        foreach (Transition transition in order.Of(state, eventName))
        {
            yield return transition;
            if (transition.Guards.Count == 0)
            {
                yield break;
            }
        }
    }
}
