namespace CustomerTouchpoints.Lifecycles;

/// <summary>Which transitions are tried for an event, and in which order.</summary>
internal static class SearchOrder
{
    /// <summary>
    /// The state's own transitions, its superstates' outward, then those while open; in each scope guarded before unguarded.
    /// </summary>
    public static IEnumerable<Transition> Of(IEnumerable<Transition> transitions, State state, string eventName) =>
        Scopes(state)
            .SelectMany(scope =>
                transitions
                    .Where(transition => transition.Event == eventName && transition.Scope?.Name == scope?.Name)
                    .OrderBy(transition => transition.Guards.Count == 0)
            );

    private static IEnumerable<State?> Scopes(State state) => state.Kind == StateKind.Open ? state.Outward().Append(null) : state.Outward();
}
