using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Versions;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints;

/// <summary>
/// The language in which a lifecycle is written. Each method begins a sentence; nothing is checked until the whole is known.
/// </summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public sealed class LifecycleBuilder
{
    private readonly LifecycleDraft draft;

    internal LifecycleBuilder(LifecycleDraft draft) => this.draft = draft;

    /// <summary>
    /// Names the roles of this lifecycle, the first being whom rules tell by default. Without it there is one role, <c>customer</c>.
    /// </summary>
    /// <exception cref="ArgumentException">A role's name is malformed.</exception>
    public void Parties(params IReadOnlyList<string> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        draft.Roles.AddRange(roles.Select(role => Identifier.Name(role, "a role")));
    }

    /// <summary>
    /// Declares the progress line: states in an order that only moves forward. A fact may skip steps; one that arrives late, twice or
    /// never can't move the journey back. The first fact of the line that names its customer opens the journey.
    /// </summary>
    public void Line(params IReadOnlyList<LineStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);

        // A copy each, so that one step named twice is still two steps to whoever checks them.
        draft.Lines.Add([.. steps.Select(step => step with { })]);
    }

    /// <summary>Declares an event that opens a journey, with or without a known customer.</summary>
    public OpeningBuilder OpensWith<TEvent>() => new(draft, EventName.Of<TEvent>());

    /// <summary>Declares a named event that opens a journey, with or without a known customer.</summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public OpeningBuilder OpensWith(string eventName) => new(draft, EventName.Checked(eventName));

    /// <summary>Begins a sentence that holds while the journey is in a state, or in one of the states within it.</summary>
    public StateScope While(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new StateScope(draft, state);
    }

    /// <summary>Begins a sentence that holds in every state that is neither solved nor final.</summary>
    public StateScope WhileOpen() => new(draft, null);

    /// <summary>
    /// Lets one block of added value follow the content of each message of this lifecycle, where its customer may see it; rules may say
    /// otherwise, see <see cref="TouchpointRuleBuilder.WithAddedValue"/> and <see cref="TouchpointRuleBuilder.Tone"/>. Said twice, the last
    /// one counts.
    /// </summary>
    /// <param name="blocks">Blocks that the host has declared with <c>AddAddedValue</c>; else the start is refused. None, the default, for
    /// any of them.</param>
    /// <exception cref="ArgumentException">A name is malformed.</exception>
    public void WithAddedValue(params IReadOnlyList<string> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        draft.AddedValue = [.. blocks.Select(block => Identifier.Name(block, "a block of added value"))];
    }

    /// <summary>Begins a rule for each time a state is entered, the first time included.</summary>
    public EntryOccasion OnEntering(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new EntryOccasion(draft, RuleTrigger.Entering, state);
    }

    /// <summary>Begins a rule for each time a state is entered again, the first time not included.</summary>
    public EntryOccasion OnReentering(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new EntryOccasion(draft, RuleTrigger.Reentering, state);
    }

    /// <summary>Begins a rule for each time a state is left.</summary>
    public Occasion OnLeaving(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new Occasion(draft, new RuleDraft { Trigger = RuleTrigger.Leaving, State = state });
    }

    /// <summary>
    /// Says what became of the states and rules of an earlier version. Journeys of a version whose class is registered stay on it; those of
    /// a version that is not go on under the newest, as this map says. A start that would strand journeys is refused.
    /// </summary>
    /// <param name="version">The earlier version.</param>
    public VersionMapBuilder FromVersion(int version)
    {
        var map = new VersionMap(version);
        draft.Maps.Add(map);
        return new VersionMapBuilder(map);
    }

    /// <summary>
    /// Begins a rule for each such event that the journey accepts, whether or not it changes the state; or says what the event means in the
    /// conversation.
    /// </summary>
    public EventOccasion<TEvent> On<TEvent>() => new(draft, EventName.Of<TEvent>());

    /// <summary>
    /// Begins a rule for each such named event that the journey accepts, whether or not it changes the state; or says what the event means
    /// in the conversation.
    /// </summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public EventOccasion On(string eventName) => new(draft, EventName.Checked(eventName));

    /// <summary>
    /// Begins a rule for what becomes of a message of this lifecycle, such as "your card was opened": once for each message. After the
    /// matter is solved it needs <c>Afterwards()</c>.
    /// </summary>
    /// <param name="touchpointEvent">What becomes of it.</param>
    /// <param name="of">The key of the rule that sends it.</param>
    /// <exception cref="ArgumentException">The key is malformed.</exception>
    public Occasion On(TouchpointEvent touchpointEvent, string of) =>
        new(draft, new RuleDraft { Trigger = RuleTrigger.Event, Event = TouchpointEventName.Of(touchpointEvent, of) });

    /// <summary>Begins a target for the first answer: from when the customer asked to the first public answer by a human.</summary>
    public ResponseTargetBuilder Answer() => new(draft, ResponseMetric.FirstAnswer);

    /// <summary>
    /// Begins a target for every further answer: from the oldest unanswered message of the customer to the next public answer by a human.
    /// </summary>
    public ResponseTargetBuilder NextAnswer() => new(draft, ResponseMetric.NextAnswer);

    /// <summary>Begins a target for the time between two messages to a customer whose matter is open.</summary>
    public ResponseTargetBuilder StatusUpdate() => new(draft, ResponseMetric.StatusUpdate);

    /// <summary>
    /// Begins a target for the time between two messages to a customer whose matter is open, while it is not the customer who lets us wait.
    /// </summary>
    public ResponseTargetBuilder PausableUpdate() => new(draft, ResponseMetric.PausableUpdate);

    /// <summary>Begins a target for the time in which the customer waits for us.</summary>
    public ResponseTargetBuilder RequesterWait() => new(draft, ResponseMetric.RequesterWait);

    /// <summary>
    /// Begins a target for the time in which we work on it: in the states of which <c>While(state).IsWorkedOn()</c> says so, or in those
    /// that are named here.
    /// </summary>
    /// <param name="states">Named states have a clock of their own, called after them: a second tier that takes over, for instance.</param>
    public ResponseTargetBuilder WorkTime(params IReadOnlyList<State> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return new ResponseTargetBuilder(draft, ResponseMetric.WorkTime, states);
    }

    /// <summary>Begins a target for the whole: from when the customer asked to when the matter is solved.</summary>
    public ResponseTargetBuilder Resolution() => new(draft, ResponseMetric.Resolution);

    /// <summary>
    /// Begins a rule for each time a response clock comes to a share at which it warns. Its message is withdrawn when the clock has ended
    /// by then.
    /// </summary>
    /// <param name="clock">The clock's name, such as <c>resolution</c>.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public Occasion OnWarning(string clock) =>
        new(draft, new RuleDraft { Trigger = RuleTrigger.Warning, Clock = Identifier.Name(clock, "a clock's name") });

    /// <summary>Begins a rule for the breach of a response clock. Its message is withdrawn when the clock has ended by then.</summary>
    /// <param name="clock">The clock's name, such as <c>resolution</c>.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public Occasion OnBreach(string clock) =>
        new(draft, new RuleDraft { Trigger = RuleTrigger.Breach, Clock = Identifier.Name(clock, "a clock's name") });

    /// <summary>
    /// Begins a rule for a promise that is broken: an apology, perhaps with a new deadline. It speaks once for a response clock, however
    /// often a new deadline is broken, too; its message is withdrawn when what was promised has come by then.
    /// </summary>
    /// <param name="promise">The response clock whose deadline was told, such as <c>first-answer</c>, or an event's promise.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public Occasion OnBrokenPromise(string promise) =>
        new(draft, new RuleDraft { Trigger = RuleTrigger.Broken, Promise = Identifier.Name(promise, "a promise's name") });
}
