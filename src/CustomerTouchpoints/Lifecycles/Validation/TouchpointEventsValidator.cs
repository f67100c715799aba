using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks what reacts to what becomes of messages: some rule sends them, and none leads back to itself.</summary>
internal sealed class TouchpointEventsValidator : AbstractValidator<AuditedDraft>
{
    public TouchpointEventsValidator()
    {
        RuleForEach(whole => whole.Steps)
            .Must((whole, step) => whole.MissingRuleOf(step.Event) is null)
            .Reports((whole, step) => Missing(whole, Subject.Of(step), step.Event));
        RuleForEach(whole => whole.Draft.Transitions)
            .Must((whole, transition) => whole.MissingRuleOf(transition.Event) is null)
            .Reports((whole, transition) => Missing(whole, Subject.Of(transition), transition.Event));
        RuleForEach(whole => whole.Draft.Rules)
            .Must((whole, rule) => rule.Event is null || whole.MissingRuleOf(rule.Event) is null)
            .Reports((whole, rule) => Missing(whole, Subject.Of(rule), rule.Event!))
            .Must((whole, rule) => whole.MessageLoops.RoundBeginningWith(rule.KeyOrTemplate) is null)
            .Reports(
                (whole, rule) =>
                    new Fault(
                        Subject.Of(rule),
                        "what becomes of its message has it sent again, for ever: "
                            + string.Join(" → ", whole.MessageLoops.RoundBeginningWith(rule.KeyOrTemplate)!),
                        "let one of these wait for an event of the host, or for time"
                    )
            );
    }

    private static Fault Missing(AuditedDraft whole, string subject, string eventName) =>
        new(
            subject,
            $"it waits for what becomes of the messages of {whole.MissingRuleOf(eventName)}, which is no rule here",
            "name one of: " + string.Join(", ", whole.Draft.Rules.Select(rule => rule.KeyOrTemplate).DefaultIfEmpty("none yet"))
        );
}
