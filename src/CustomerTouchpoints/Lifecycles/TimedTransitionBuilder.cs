using CustomerTouchpoints.Lifecycles.Language;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>The rest of a timed transition: where it goes.</summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public sealed class TimedTransitionBuilder
{
    private readonly LifecycleDraft draft;
    private readonly State? scope;
    private readonly TimeSpan span;
    private readonly Unfinished sentence;

    internal TimedTransitionBuilder(LifecycleDraft draft, State? scope, TimeSpan span)
    {
        this.draft = draft;
        this.scope = scope;
        this.span = span;
        sentence = new Unfinished(
            $"{(scope is null ? "while open" : $"state {scope.Name}")}, after {SpanWords.Of(span)}",
            "end For with .GoTo(state)"
        );
        draft.Unfinished.Add(sentence);
    }

    /// <summary>Goes to this state when the time has come and the state still lasts.</summary>
    public void GoTo(State target)
    {
        ArgumentNullException.ThrowIfNull(target);
        draft.Unfinished.Remove(sentence);
        draft.TimedTransitions.Add(new TimedTransition(scope, span, target));
    }
}
