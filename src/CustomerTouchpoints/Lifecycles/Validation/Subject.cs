using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Responses.Targets;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>How faults name the parts of a definition.</summary>
internal static class Subject
{
    public const string Whole = "the lifecycle";

    public const string Line = "the line";

    public static string Of(State state) => $"state {state.Name}";

    public static string Of(LineStep step) => $"line step {step.State.Name}";

    public static string Of(Transition transition) => $"{OfScope(transition.Scope)}, event {transition.Event}";

    public static string Of(TimedTransition timed) => $"{OfScope(timed.Scope)}, after {SpanWords.Of(timed.Span)}";

    public static string Of(RuleDraft rule) => $"rule {rule.KeyOrTemplate}";

    public static string Of(TouchpointRule rule) => $"rule {rule.Key}";

    public static string Of(TargetDraft target) => $"target of {target.Clock}";

    public static string OfMap(int version) => $"map from version {version}";

    public static string OfEvent(string name) => $"event {name}";

    public static string OfRole(string role) => $"role {role}";

    public static string OfScope(State? scope) => scope is null ? "while open" : Of(scope);
}
