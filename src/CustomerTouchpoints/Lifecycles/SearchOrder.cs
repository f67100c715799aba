namespace CustomerTouchpoints.Lifecycles;

/// <summary>Which transitions are tried for an event, and in which order.</summary>
internal sealed class SearchOrder
{
    private readonly Dictionary<string, Dictionary<string, Transition[]>> byScope;

    public SearchOrder(IEnumerable<Transition> transitions) =>
        byScope = transitions
            .GroupBy(transition => NameOf(transition.Scope))
            .ToDictionary(
                scope => scope.Key,
                scope =>
                    scope
                        .GroupBy(transition => transition.Event)
                        .ToDictionary(same => same.Key, same => same.OrderBy(transition => transition.Guards.Count == 0).ToArray())
            );

    /// <summary>The name of a scope; null means while open.</summary>
    public static string NameOf(State? scope) => scope?.Name ?? LifecycleDefinition.OpenScope;

    /// <summary>The scopes that hold in a state: itself, its superstates outward, then while open.</summary>
    public static IEnumerable<string> ScopesOf(State state)
    {
        IEnumerable<string> own = state.Outward().Select(scope => scope.Name);
        return state.Kind == StateKind.Open ? own.Append(LifecycleDefinition.OpenScope) : own;
    }

    /// <summary>The events that any transition answers in a state.</summary>
    public IEnumerable<string> EventsIn(State state) =>
        ScopesOf(state)
            .SelectMany(scope => byScope.TryGetValue(scope, out var events) ? events.Keys : Enumerable.Empty<string>())
            .Distinct();

    /// <summary>
    /// The state's own transitions, its superstates' outward, then those while open; in each scope guarded before unguarded.
    /// </summary>
    public IEnumerable<Transition> Of(State state, string eventName) =>
        ScopesOf(state)
            .SelectMany(scope =>
                byScope.TryGetValue(scope, out var events) && events.TryGetValue(eventName, out Transition[]? found) ? found : []
            );
}
