using CustomerTouchpoints.Touchpoints.Rules;
using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks a rule's channels: every route names some, each once, and no two routes are one message.</summary>
internal sealed class RuleRoutesValidator : AbstractValidator<RuleDraft>
{
    public RuleRoutesValidator() =>
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
}
