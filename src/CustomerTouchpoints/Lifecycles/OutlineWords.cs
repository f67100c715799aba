using System.Globalization;
using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Lifecycles.Versions;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>
/// A definition in plain lines. They are stored and compared from one release of this library to the next, so they never change; what is
/// added to the language gets words only where it is used.
/// </summary>
internal static class OutlineWords
{
    public static LifecycleOutline Outline(LifecycleDefinition definition) =>
        new(
            [.. definition.Line.Select(step => step.State.Name)],
            [
                .. definition.Roles.Select(role => $"role {role}"),
                .. definition.Line.Index().Select(step => $"step {step.Index + 1} of the line: {step.Item.State} by {step.Item.Event}"),
                .. definition.States.OrderBy(state => state.Name, StringComparer.Ordinal).Select(Of),
                .. definition.Openings.Select(opening => $"{opening.Event} opens in {opening.Target}"),
                .. definition.Transitions.Select(Of),
                .. definition.TimedTransitions.Select(timed => $"{Scope(timed.Scope)} after {Span(timed.Span)}: to {timed.Target}"),
                .. definition.Rules.Select(Of),
                .. definition.Maps.SelectMany(Of),
                .. definition.Responses is { } policy ? ResponseWords.Of(policy) : [],
            ]
        );

    private static string Of(State state) =>
        $"state {state}, {state.Kind.ToString().ToLowerInvariant()}{(state.Within is { } within ? $", within {within}" : "")}";

    private static string Of(Transition transition) =>
        $"{Scope(transition.Scope)} on {transition.Event}{Guards(transition.Guards)}: "
        + $"{transition.Kind.ToString().ToLowerInvariant()}{(transition.Target is { } target ? $" to {target}" : "")}";

    private static string Of(TouchpointRule rule) =>
        string.Join(
            ", ",
            [
                $"rule {rule.Key}: {rule.Trigger.ToString().ToLowerInvariant()} "
                    + $"{rule.Event ?? rule.Clock ?? rule.Promise ?? Scope(rule.State)}{Guards(rule.Conditions)}",
                .. rule.Span is { } span ? [$"after {Span(span)}"] : Array.Empty<string>(),
                .. rule.LocalTime is { } time
                    ? [string.Create(CultureInfo.InvariantCulture, $"at {time:HH:mm:ss}")]
                    : Array.Empty<string>(),
                $"sends {rule.Template} to {rule.Role}",
                $"by {string.Concat(rule.Routes.Select((route, index) => Of(rule, route, index)))}",
                rule.Category.ToString().ToLowerInvariant(),
                .. rule.Topic is { } topic ? [$"about {topic}"] : Array.Empty<string>(),
                .. rule.Survey is { } survey ? [$"asks survey {survey}"] : Array.Empty<string>(),
                .. rule.Segments.Select(condition => $"{(condition.Excludes ? "not for" : "for")} {condition.Segment}"),
                $"stale after {Span(rule.StaleAfter)}",
                .. rule.Limit is { } limit ? [string.Create(CultureInfo.InvariantCulture, $"at most {limit}")] : Array.Empty<string>(),
                .. rule.MustBeHeard ? ["must be heard"] : Array.Empty<string>(),
                .. rule.Priority != 0
                    ? [string.Create(CultureInfo.InvariantCulture, $"with priority {rule.Priority}")]
                    : Array.Empty<string>(),
                .. rule.AtAnyHour ? ["at any hour"] : Array.Empty<string>(),
                .. rule.Digest is { } digest
                    ? [$"in digest {digest}{(rule.DigestItem is { } item ? $" as {item}" : "")}{AtOnce(rule)}"]
                    : Array.Empty<string>(),
                .. rule.Afterwards ? ["afterwards"] : Array.Empty<string>(),
                .. rule.AsWell ? ["as well"] : Array.Empty<string>(),
                $"if unknown {rule.WhenUnknown.ToString().ToLowerInvariant()}",
            ]
        );

    private static string Of(TouchpointRule rule, IReadOnlyList<Channel> route, int index) =>
        (
            rule.FallbackBy(route) is { } fallback
                ? $" or after {Span(fallback.After)} unless {TouchpointEventName.Word(fallback.Unless)} by "
            : index > 0 ? " and "
            : ""
        ) + string.Join(" or ", route);

    private static IEnumerable<string> Of(VersionMap map) =>
        map
            .States.Select(renamed => $"from version {map.From}: state {renamed.Key} becomes {renamed.Value}")
            .Concat(map.Rules.Select(renamed => $"from version {map.From}: rule {renamed.Key} becomes {renamed.Value}"));

    private static string Scope(State? state) => state is null ? "while open" : $"in {state}";

    private static string Guards(IReadOnlyList<Condition> conditions) =>
        conditions.Count == 0 ? "" : $" when {string.Join(" and when ", conditions.Select(condition => condition.Description))}";

    private static string AtOnce(TouchpointRule rule) =>
        rule.AtOnce.Count == 0 ? "" : $", at once when {string.Join(" or when ", rule.AtOnce.Select(condition => condition.Description))}";

    private static string Span(TimeSpan span) => span.ToString("c", CultureInfo.InvariantCulture);
}
