using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>The whole check, concept by concept; each concept has a validator of its own.</summary>
internal sealed class LifecycleValidator : AbstractValidator<AuditedDraft>
{
    public LifecycleValidator(AuditedDraft audited)
    {
        RuleForEach(whole => whole.Draft.Unfinished)
            .Must(_ => false)
            .Reports((_, sentence) => new Fault(sentence.Subject, "the sentence has no end", sentence.Remedy));
        RuleFor(whole => whole.States)
            .Must((whole, states) => states.Count > 0 || whole.Draft.Lines.Count > 0)
            .Reports(
                (_, _) => new Fault(Subject.Whole, "it has no states", "declare a Line, or an opening with OpensWith<TEvent>().GoTo(state)")
            );
        Include(new PartiesValidator());
        Include(new LineValidator());
        Include(new OpeningsValidator());
        Include(new DeclarationsValidator());
        Include(new VersionMapsValidator());
        Include(new TouchpointEventsValidator());
        RuleForEach(whole => whole.States).SetValidator(new StateValidator(audited));
        RuleForEach(whole => whole.Draft.Transitions).SetValidator(new TransitionValidator(audited));
        RuleForEach(whole => whole.Draft.TimedTransitions).SetValidator(new TimedTransitionValidator(audited));
        RuleForEach(whole => whole.Draft.Targets).SetValidator(new TargetValidator(audited));
        RuleForEach(whole => whole.Draft.Rules).SetValidator(new RuleValidator(audited));
    }
}
