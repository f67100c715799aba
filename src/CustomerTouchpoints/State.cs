namespace CustomerTouchpoints;

/// <summary>A state of a lifecycle, with the words in which customers hear of it.</summary>
/// <remarks>Immutable; safe to share between threads. Declare states as static readonly fields of the lifecycle.</remarks>
public sealed class State
{
    /// <summary>Declares a state.</summary>
    /// <param name="name">Lower-case letters, digits and hyphens, unique in the lifecycle. It is stored: renaming it strands
    /// journeys.</param>
    /// <param name="says">The public words, such as "it is on its way". Null uses the name.</param>
    /// <param name="kind">What the state means for the matter. Default <see cref="StateKind.Open"/>.</param>
    /// <param name="within">The superstate that this state lies in, if any. What is declared for the superstate holds here too.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public State(string name, string? says = null, StateKind kind = StateKind.Open, State? within = null)
    {
        Name = Identifier.Name(name, "a state's name");
        Says = says ?? name;
        Kind = kind;
        Within = within;
    }

    /// <summary>The state's name.</summary>
    public string Name { get; }

    /// <summary>The words in which customers hear of it.</summary>
    public string Says { get; }

    /// <summary>What the state means for the matter.</summary>
    public StateKind Kind { get; }

    /// <summary>The superstate, or null.</summary>
    public State? Within { get; }

    /// <summary>Makes the state a step of a progress line, reached by an event.</summary>
    /// <typeparam name="TEvent">A record with an <see cref="EventAttribute"/>.</typeparam>
    public LineStep ReachedBy<TEvent>() => new(this, EventName.Of<TEvent>());

    /// <summary>Makes the state a step of a progress line, reached by a named event.</summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public LineStep ReachedBy(string eventName) => new(this, EventName.Checked(eventName));

    /// <summary>Makes the state a step of a progress line, reached by what becomes of a message of this lifecycle.</summary>
    /// <param name="touchpointEvent">What becomes of it.</param>
    /// <param name="of">The key of the rule that sends it.</param>
    /// <exception cref="ArgumentException">The key is malformed.</exception>
    public LineStep ReachedBy(TouchpointEvent touchpointEvent, string of) => new(this, TouchpointEventName.Of(touchpointEvent, of));

    /// <summary>The state's name.</summary>
    public override string ToString() => Name;

    /// <summary>The state itself, then its superstates outward.</summary>
    internal IEnumerable<State> Outward()
    {
        for (State? current = this; current is not null; current = current.Within)
        {
            yield return current;
        }
    }

    /// <summary>
    /// Whether what is declared for a scope holds here: null means while open. States are told apart by name, as in storage.
    /// </summary>
    internal bool IsWithin(State? scope) => scope is null ? Kind == StateKind.Open : Outward().Any(state => state.Name == scope.Name);
}
