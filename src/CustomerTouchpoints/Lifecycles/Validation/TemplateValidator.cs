using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks that each rule has a template for each of its channels.</summary>
internal sealed class TemplateValidator : AbstractValidator<LifecycleDefinition>
{
    public TemplateValidator(Func<string, Channel, bool> exists) =>
        RuleForEach(definition => definition.Rules)
            .ChildRules(rules =>
                rules
                    .RuleForEach(rule => rule.Channels)
                    .Must((rule, channel) => exists(rule.Template, channel))
                    .Reports(
                        (rule, channel) =>
                            new Fault(
                                Subject.Of(rule),
                                $"there is no template {rule.Template} for {channel}",
                                $"add {rule.Template}.md for every channel and culture, or {rule.Template}.{channel}.md for this channel"
                            )
                    )
            );
}
