using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Lifecycles;
using FluentValidation.Results;

namespace CustomerTouchpoints.Auditing;

/// <summary>Checks a draft as a whole and collects every fault.</summary>
internal static class LifecycleAudit
{
    /// <summary>
    /// Every fault, concept by concept: unfinished sentences, parties, line, openings, states, transitions, timed transitions, rules; in
    /// each in the order declared.
    /// </summary>
    public static LifecycleReport Check(LifecycleDraft draft)
    {
        ValidationResult result = Validate(new AuditedDraft(draft));
        return new LifecycleReport([.. result.Errors.Select(failure => FaultOf(draft.Name, (Finding)failure.CustomState))]);
    }

    /// <summary>One fault for each rule and channel without a template.</summary>
    /// <param name="definition">The checked definition.</param>
    /// <param name="exists">Whether there is a template of that name for that channel, in any culture.</param>
    public static LifecycleReport CheckTemplates(LifecycleDefinition definition, Func<string, Channel, bool> exists)
    {
        ValidationResult result = new TemplateValidator(exists).Validate(definition);
        return new LifecycleReport([.. result.Errors.Select(failure => FaultOf(definition.Name, (Finding)failure.CustomState))]);
    }

    private static ValidationResult Validate(AuditedDraft audited) => new LifecycleValidator(audited).Validate(audited);

    private static LifecycleFault FaultOf(string lifecycle, Finding finding) =>
        new(lifecycle, finding.Subject, finding.Problem, finding.Remedy);
}
