namespace CustomerTouchpoints.Lifecycles;

/// <summary>A transition that happens by itself when a state has lasted for a span.</summary>
/// <param name="Scope">The state; null means while open.</param>
/// <param name="Span">How long, from when the state was entered.</param>
/// <param name="Target">Where it goes.</param>
internal sealed record TimedTransition(State? Scope, TimeSpan Span, State Target)
{
    /// <summary>The key of its timer.</summary>
    public string TimerKey => $"after:{Scope?.Name ?? LifecycleDefinition.OpenScope}:{Span:c}:{Target.Name}";

    /// <inheritdoc cref="Transition.LeadsOnlyTo"/>
    public bool LeadsOnlyTo(string state) => Target.Name == state && Scope?.Name != state;
}
