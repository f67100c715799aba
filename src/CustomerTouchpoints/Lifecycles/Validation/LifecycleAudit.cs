using FluentValidation;
using FluentValidation.Results;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks a draft as a whole and collects every fault.</summary>
internal static class LifecycleAudit
{
    /// <summary>
    /// Every fault, concept by concept: unfinished sentences, parties, line, openings, states, transitions, timed transitions, rules; maps
    /// of versions after the openings; in
    /// each in the order declared.
    /// </summary>
    public static LifecycleReport Check(LifecycleDraft draft)
    {
        var audited = new AuditedDraft(draft);
        ValidationResult result = new LifecycleValidator(audited).Validate(audited);
        return new LifecycleReport(FaultsIn(draft.Name, result, Severity.Error))
        {
            Warnings = FaultsIn(draft.Name, result, Severity.Warning),
        };
    }

    /// <summary>One fault for each rule and channel without a template.</summary>
    /// <param name="definition">The checked definition.</param>
    /// <param name="exists">Whether there is a template of that name for that channel, in any culture.</param>
    public static IReadOnlyList<Fault> CheckTemplates(LifecycleDefinition definition, Func<string, Channel, bool> exists) =>
        FaultsIn(definition.Name, new TemplateValidator(exists).Validate(definition), Severity.Error);

    private static IReadOnlyList<Fault> FaultsIn(string lifecycle, ValidationResult result, Severity severity) =>
        [.. result.Errors.Where(failure => failure.Severity == severity).Select(failure => ((Fault)failure.CustomState).Within(lifecycle))];
}
