using CustomerTouchpoints.Lifecycles.Language;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>The rest of an opening: the state in which the journey begins.</summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public sealed class OpeningBuilder
{
    private readonly LifecycleDraft draft;
    private readonly string eventName;
    private readonly Unfinished sentence;

    internal OpeningBuilder(LifecycleDraft draft, string eventName)
    {
        this.draft = draft;
        this.eventName = eventName;
        sentence = new Unfinished($"event {eventName}", "end OpensWith with .GoTo(state)");
        draft.Unfinished.Add(sentence);
    }

    /// <summary>The journey begins in this state.</summary>
    public void GoTo(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        draft.Unfinished.Remove(sentence);
        draft.Openings.Add(new Opening(eventName, state));
    }
}
