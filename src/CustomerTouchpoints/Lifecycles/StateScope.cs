using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Responses.Targets;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>What may happen while a state lasts, or while the journey is open.</summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public sealed class StateScope
{
    private readonly LifecycleDraft draft;
    private readonly State? state;

    internal StateScope(LifecycleDraft draft, State? state)
    {
        this.draft = draft;
        this.state = state;
    }

    /// <summary>
    /// Begins a transition. Guarded transitions of one event are tried in the order they are declared, the unguarded one last.
    /// </summary>
    public TransitionBuilder On<TEvent>() => new(draft, state, EventName.Of<TEvent>());

    /// <summary>Begins a transition on a named event.</summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public TransitionBuilder On(string eventName) => new(draft, state, EventName.Checked(eventName));

    /// <summary>Begins a transition on what becomes of a message of this lifecycle.</summary>
    /// <param name="touchpointEvent">What becomes of it.</param>
    /// <param name="of">The key of the rule that sends it.</param>
    /// <exception cref="ArgumentException">The key is malformed.</exception>
    public TransitionBuilder On(TouchpointEvent touchpointEvent, string of) =>
        new(draft, state, TouchpointEventName.Of(touchpointEvent, of));

    /// <summary>Begins a timed transition: once the state has lasted for a span, counted from when it was entered.</summary>
    public TimedTransitionBuilder For(TimeSpan span) => new(draft, state, span);

    /// <summary>
    /// Begins a rule for the customer who waits: once nothing has been told for a span, counted from the latest of entering the state and
    /// the last message of this journey to this party that was not promotional; and again each time it has been quiet for that span.
    /// </summary>
    public Occasion QuietFor(TimeSpan span) =>
        new(
            draft,
            new RuleDraft
            {
                Trigger = RuleTrigger.Quiet,
                State = state,
                Span = span,
            }
        );

    /// <summary>Says that we wait for the customer in the state: clocks that pause then do so. Not for while open.</summary>
    public void WaitsForCustomer() => Attend(Attendance.WaitsForCustomer);

    /// <summary>
    /// Says that the customer waits for us in the state, and nobody works on it. The default; it is for states within one of which
    /// something else is said.
    /// </summary>
    public void WaitsForUs() => Attend(Attendance.WaitsForUs);

    /// <summary>Says that we work on it in the state, while the customer waits for us.</summary>
    public void IsWorkedOn() => Attend(Attendance.Worked);

    /// <summary>Begins a rule for every day at a local time in the customer's zone, while the state lasts.</summary>
    public Occasion EveryDayAt(TimeOnly time) =>
        new(
            draft,
            new RuleDraft
            {
                Trigger = RuleTrigger.Daily,
                State = state,
                LocalTime = time,
            }
        );

    private void Attend(Attendance attendance)
    {
        if (state is null)
        {
            draft.Unfinished.Add(new Unfinished("while open", "say whose turn it is for a state, with While(state)"));
            return;
        }

        draft.Attendances[state.Name] = attendance;
    }
}
