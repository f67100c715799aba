using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>The occasion of entering a state: at once, after a delay, at a local time of day.</summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public sealed class EntryOccasion : Occasion
{
    internal EntryOccasion(LifecycleDraft draft, RuleTrigger trigger, State state)
        : base(draft, new RuleDraft { Trigger = trigger, State = state }) { }

    /// <summary>
    /// Waits for a span, counted from when the state was entered. The message then tells a condition: it is withdrawn if the state ends
    /// first.
    /// </summary>
    public EntryOccasion After(TimeSpan delay)
    {
        Rule.Span = delay;
        return this;
    }

    /// <summary>
    /// Waits for the next such time of day in the customer's zone, counted from entering or from the end of the delay. The message then
    /// tells a condition: it is withdrawn if the state ends first.
    /// </summary>
    public EntryOccasion At(TimeOnly time)
    {
        Rule.LocalTime = time;
        return this;
    }
}
