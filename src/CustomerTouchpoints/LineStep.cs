namespace CustomerTouchpoints;

/// <summary>A step of a progress line: a state and the fact that reaches it.</summary>
/// <remarks>Immutable. Made by <see cref="State.ReachedBy{TEvent}"/>.</remarks>
public sealed record LineStep
{
    internal LineStep(State state, string eventName)
    {
        State = state;
        Event = eventName;
    }

    /// <summary>The state that is reached.</summary>
    public State State { get; }

    /// <summary>The name of the event that reaches it.</summary>
    public string Event { get; }
}
