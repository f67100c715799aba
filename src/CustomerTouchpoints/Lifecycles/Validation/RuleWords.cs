using System.Globalization;
using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Touchpoint rules in the words of a diagram: <c>order-shipped by email and sms</c>.</summary>
internal static class RuleWords
{
    public static string Of(TouchpointRule rule, string firstRole)
    {
        string by = string.Concat(rule.Routes.Select((route, index) => Lead(rule, route, index) + string.Join(" or ", route)));
        string to = rule.Role == firstRole ? "" : $" to {rule.Role}";
        string limit = rule.Limit is { } times ? $", at most {(times == 1 ? "once" : $"{times} times")}" : "";
        return $"{rule.Template}{to} by {by}{When(rule)}{limit}{TransitionWords.Guards(rule.Conditions)}";
    }

    private static string Lead(TouchpointRule rule, IReadOnlyList<Channel> route, int index) =>
        rule.FallbackBy(route) is { } fallback
            ? $", or unless {TouchpointEventName.Word(fallback.Unless)} within {SpanWords.Of(fallback.After)} by "
        : index > 0 ? " and "
        : "";

    private static string When(TouchpointRule rule) =>
        rule.Trigger switch
        {
            RuleTrigger.Warning => $", on a warning of {rule.Clock}",
            RuleTrigger.Breach => $", on a breach of {rule.Clock}",
            RuleTrigger.Broken => $", on a broken promise of {rule.Promise}",
            RuleTrigger.Update => $", when {rule.Clock} is due",
            RuleTrigger.Leaving => ", on leaving",
            RuleTrigger.Event => $", on {rule.Event}",
            RuleTrigger.Quiet => $", when quiet for {SpanWords.Of(rule.Span.GetValueOrDefault())}",
            RuleTrigger.Daily => $", every day{At(rule)}",
            RuleTrigger.Reentering => $", on entering again{After(rule)}{At(rule)}",
            _ => rule.Waits ? $",{After(rule)}{At(rule)}" : "",
        };

    private static string After(TouchpointRule rule) => rule.Span is { } span ? $" after {SpanWords.Of(span)}" : "";

    private static string At(TouchpointRule rule) =>
        rule.LocalTime is { } time ? time.ToString("' at 'HH':'mm", CultureInfo.InvariantCulture) : "";
}
