using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Touchpoints.Rules;
using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks a rule's channels: every route names some, each once, and no two routes are one message.</summary>
internal sealed class RuleRoutesValidator : AbstractValidator<RuleDraft>
{
    /// <summary>What says how far a message has got.</summary>
    private static readonly TouchpointEvent[] Reaching =
    [
        TouchpointEvent.Sent,
        TouchpointEvent.Delivered,
        TouchpointEvent.Opened,
        TouchpointEvent.Clicked,
        TouchpointEvent.Read,
    ];

    public RuleRoutesValidator()
    {
        RuleFor(rule => rule.Routes)
            .Must(routes => routes.All(route => route.Count > 0))
            .Reports((rule, _) => new Fault(Subject.Of(rule), "By or AlsoBy names no channel", "name at least one, such as Channel.Email"))
            .Must(routes => routes.All(route => route.Distinct().Count() == route.Count))
            .Reports((rule, _) => new Fault(Subject.Of(rule), "By or AlsoBy names a channel twice", "name each channel once"))
            .Must(routes => routes.Where(route => route.Count > 0).CountBy(route => route[0]).All(first => first.Value == 1))
            .Reports(
                (rule, _) =>
                    new Fault(
                        Subject.Of(rule),
                        "two of its messages begin with the same channel, so they would be one touchpoint",
                        "let By and each AlsoBy begin with a channel of their own"
                    )
            );
        RuleFor(rule => rule.UnendedFallbacks)
            .Must(unended => unended == 0)
            .Reports(
                (rule, _) => new Fault(Subject.Of(rule), "its OrAfter has no end", "say by which channel: .OrAfter(...).By(Channel.Email)")
            );
        RuleForEach(rule => rule.Messages)
            .Must(message => message.After is not { } span || Spans.IsInRange(span))
            .Reports((rule, _) => new Fault(Subject.Of(rule), "the span of its OrAfter is out of range", Spans.Remedy))
            .Must((rule, message) => message.After is not { } span || span < StaleAfter(rule))
            .Reports(
                (rule, message) =>
                    new Fault(
                        Subject.Of(rule),
                        $"its fallback leaves after {SpanWords.Of(message.After!.Value)}, when the message is stale",
                        $"use less than its StaleAfter, {SpanWords.Of(StaleAfter(rule))}"
                    )
            )
            .Must(message => message.After is null || Reaching.Contains(message.Unless))
            .Reports(
                (rule, message) =>
                    new Fault(
                        Subject.Of(rule),
                        $"its fallback waits for {message.Unless}, which is no sign that the customer was reached",
                        $"wait for one of: {string.Join(", ", Reaching)}"
                    )
            );
    }

    private static TimeSpan StaleAfter(RuleDraft rule) =>
        rule.StaleAfter ?? RuleDefaults.StaleAfter(rule.Category ?? RuleDefaults.CategoryOf(rule.Trigger));
}
