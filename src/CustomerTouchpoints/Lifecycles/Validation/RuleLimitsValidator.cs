using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Touchpoints.Rules;
using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks a rule's numbers: spans, counts, and that it comes to an end.</summary>
internal sealed class RuleLimitsValidator : AbstractValidator<RuleDraft>
{
    public RuleLimitsValidator(AuditedDraft whole)
    {
        RuleFor(rule => rule.Span)
            .Must(span => span is null || Spans.IsInRange(span.Value))
            .Reports(
                (rule, _) =>
                    new Fault(
                        Subject.Of(rule),
                        $"its {(rule.Trigger == RuleTrigger.Quiet ? "quiet span" : "delay")} is out of range",
                        Spans.Remedy
                    )
            );
        RuleFor(rule => rule.StaleAfter)
            .Must(span => span is null || Spans.IsInRange(span.Value))
            .Reports((rule, _) => new Fault(Subject.Of(rule), "its StaleAfter is out of range", Spans.Remedy));
        RuleFor(rule => rule.AtOnce)
            .Must((rule, conditions) => conditions.Count == 0 || rule.Digest is not null)
            .Reports(
                (rule, _) =>
                    new Fault(Subject.Of(rule), "AtOnceWhen has no effect: it leaves at once anyway", "remove AtOnceWhen, or say InDigest")
            );
        RuleFor(rule => rule.Digest)
            .Must((rule, digest) => digest is null || rule.Messages.TrueForAll(message => message.After is null))
            .Reports(
                (rule, _) =>
                    new Fault(
                        Subject.Of(rule),
                        "it leaves in a digest and has a fallback, which would not know what became of it",
                        "remove OrAfter, or InDigest"
                    )
            );
        RuleFor(rule => rule.Survey)
            .Must((rule, survey) => survey is null || (rule.Digest is null && rule.Messages.Count == 1 && !rule.Repeats))
            .Reports(
                (rule, _) =>
                    new Fault(
                        Subject.Of(rule),
                        "it asks a survey, and a customer is asked once, by a message of its own",
                        "remove InDigest, AlsoBy and OrAfter, and ask on an event or on entering a state"
                    )
            )
            .Must((rule, survey) => survey is null || rule.Topic?.Name == Survey.Topic.Name)
            .Reports(
                (rule, _) =>
                    new Fault(
                        Subject.Of(rule),
                        $"it asks a survey, and is about something else than {Survey.Topic}",
                        $"remove As, or give As a topic of your own that is called {Survey.Topic}"
                    )
            );
        RuleFor(rule => rule.Limit)
            .Must((rule, limit) => limit is null || rule.Repeats)
            .Reports(
                (rule, _) =>
                    new Fault(
                        Subject.Of(rule),
                        "AtMost has no effect: it speaks once on each occasion",
                        "remove AtMost, or use QuietFor or EveryDayAt"
                    )
            )
            .Must((rule, limit) => limit is null or >= 1 || !rule.Repeats)
            .Reports(
                (rule, limit) => new Fault(Subject.Of(rule), $"AtMost({limit}) never lets it speak", "use at least 1, or remove the rule")
            )
            .Must((rule, limit) => rule.Trigger != RuleTrigger.Daily || limit is not null || whole.EndsByItself(rule.State))
            .Reports(
                (rule, _) =>
                    new Fault(
                        Subject.Of(rule),
                        $"it speaks every day without end: nothing but an event ends {rule.State?.ToString() ?? "the open journey"}, "
                            + "and it may never come",
                        "add AtMost(times), or end the state with For(span).GoTo(state)"
                    )
            );
    }
}
