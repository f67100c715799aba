using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks the roles: each is listed once.</summary>
internal sealed class PartiesValidator : AbstractValidator<AuditedDraft>
{
    public PartiesValidator() =>
        RuleForEach(whole => whole.RepeatedRoles)
            .Must(_ => false)
            .Reports((_, role) => new Fault(Subject.OfRole(role), "it is listed twice", "list each role once in Parties"));
}
