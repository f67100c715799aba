using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Responses.Meanings;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>The rest of an event's promise: what keeps it.</summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public sealed class PromiseBuilder
{
    private readonly LifecycleDraft draft;
    private readonly PromiseDraft promise;
    private readonly Unfinished sentence;

    internal PromiseBuilder(LifecycleDraft draft, PromiseDraft promise)
    {
        this.draft = draft;
        this.promise = promise;
        sentence = new Unfinished($"promise {promise.Name}", "say what keeps it, with .KeptBy(state)");
        draft.Unfinished.Add(sentence);
    }

    /// <summary>Entering this state, or one within it, keeps the promise.</summary>
    public void KeptBy(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        draft.Unfinished.Remove(sentence);
        promise.KeptBy = state;
    }
}
