using CustomerTouchpoints.Touchpoints.Rules;
using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks one touchpoint rule: who it is, when it speaks, how often and how long, by which channels.</summary>
internal sealed class RuleValidator : AbstractValidator<RuleDraft>
{
    public RuleValidator(AuditedDraft whole)
    {
        RuleFor(rule => rule)
            .Must(rule => ReferenceEquals(whole.FirstRule(rule.KeyOrTemplate), rule))
            .Reports(rule => new Fault(
                Subject.Of(rule),
                "an earlier rule has the same key",
                "give it a key of its own with Named(\"...\")"
            ))
            .Must(rule => rule.Role is null || whole.Roles.Contains(rule.Role))
            .Reports(rule => new Fault(
                Subject.Of(rule),
                $"it tells {rule.Role}, which is no role here",
                $"list the role in Parties, or tell one of: {string.Join(", ", whole.Roles)}"
            ));
        Include(new RuleOccasionValidator(whole));
        Include(new RuleLimitsValidator(whole));
        Include(new RuleRoutesValidator());
    }
}
