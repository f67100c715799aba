using CustomerTouchpoints.Lifecycles.Language;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>The rest of a transition: under which conditions, and what it does.</summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public sealed class TransitionBuilder
{
    private readonly LifecycleDraft draft;
    private readonly State? scope;
    private readonly string eventName;
    private readonly List<Condition> guards = [];
    private readonly Unfinished sentence;

    internal TransitionBuilder(LifecycleDraft draft, State? scope, string eventName)
    {
        this.draft = draft;
        this.scope = scope;
        this.eventName = eventName;
        sentence = new Unfinished(
            $"{(scope is null ? "while open" : $"state {scope.Name}")}, event {eventName}",
            "end the transition with .GoTo(state), .Stay() or .Reenter()"
        );
        draft.Unfinished.Add(sentence);
    }

    /// <summary>Adds a guard; all guards of a transition must hold.</summary>
    /// <param name="description">The guard in words, such as "paid in full": refusals quote it.</param>
    /// <param name="guard">A pure function of the situation.</param>
    /// <exception cref="ArgumentException">The description is empty.</exception>
    public TransitionBuilder When(string description, Func<Situation, bool> guard)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        ArgumentNullException.ThrowIfNull(guard);
        guards.Add(new Condition(description, guard));
        return this;
    }

    /// <summary>Leaves the state and enters another. To the same state, it is a new visit.</summary>
    public void GoTo(State target)
    {
        ArgumentNullException.ThrowIfNull(target);
        End(TransitionKind.GoTo, target);
    }

    /// <summary>Handles the event without leaving the state: an internal transition. Rules on the event still apply.</summary>
    public void Stay() => End(TransitionKind.Stay, null);

    /// <summary>Leaves the state the journey is in and enters it again: a new visit, with new timers.</summary>
    public void Reenter() => End(TransitionKind.Reenter, null);

    private void End(TransitionKind kind, State? target)
    {
        draft.Unfinished.Remove(sentence);
        draft.Transitions.Add(new Transition(scope, eventName, [.. guards], kind, target));
    }
}
