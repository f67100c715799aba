using CustomerTouchpoints.Lifecycles.Language;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>Transitions in the words of a diagram.</summary>
internal static class TransitionWords
{
    /// <summary>The event and its guards: <c>payment.accepted [paid in full]</c>.</summary>
    public static string Occasion(Transition transition) => transition.Event + Guards(transition.Guards);

    /// <summary>A transition that goes nowhere else.</summary>
    public static string Within(Transition transition) =>
        $"↺ {Occasion(transition)} ({(transition.Kind == TransitionKind.Reenter ? "enters again" : "stays")})";

    /// <summary>Conditions in brackets, or nothing.</summary>
    public static string Guards(IReadOnlyList<Condition> conditions) =>
        conditions.Count == 0 ? "" : $" [{string.Join(", ", conditions.Select(condition => condition.Description))}]";
}
