using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks the maps from earlier versions: each names what is no more and what is there instead, once.</summary>
internal sealed class VersionMapsValidator : AbstractValidator<AuditedDraft>
{
    public VersionMapsValidator()
    {
        RuleForEach(whole => whole.Draft.Maps)
            .Must((whole, map) => map.From < whole.Draft.Version)
            .Reports(
                (whole, map) =>
                    new Fault(
                        Subject.OfMap(map.From),
                        $"this is version {whole.Draft.Version}",
                        "map from versions that came before it, and raise the version of a changed lifecycle"
                    )
            )
            .Must((whole, map) => ReferenceEquals(whole.Draft.Maps.First(other => other.From == map.From), map))
            .Reports((_, map) => new Fault(Subject.OfMap(map.From), "it is declared twice", "keep one FromVersion for it"));
        RuleForEach(whole => whole.RenamedStates)
            .Must((whole, state) => whole.RenamedStates.Count(other => other.From == state.From && other.Name == state.Name) == 1)
            .Reports((_, state) => new Fault(Subject.OfMap(state.From), $"state {state.Name} is mapped twice", "map it once"))
            .Must((whole, state) => whole.FirstState(state.Becomes) is not null)
            .Reports(
                (_, state) =>
                    new Fault(
                        Subject.OfMap(state.From),
                        $"state {state.Becomes} is not a state of this version",
                        "map to a state that a sentence names"
                    )
            )
            .Must((whole, state) => whole.FirstState(state.Name) is null)
            .Reports(
                (_, state) =>
                    new Fault(
                        Subject.OfMap(state.From),
                        $"state {state.Name} is still there",
                        "leave it out, or give one of the two another name"
                    )
            );
        RuleForEach(whole => whole.RenamedRules)
            .Must((whole, rule) => whole.RenamedRules.All(other => other.Name != rule.Name || other.Becomes == rule.Becomes))
            .Reports((_, rule) => new Fault(Subject.OfMap(rule.From), $"rule {rule.Name} is mapped to two rules", "map it to one"))
            .Must((whole, rule) => whole.Draft.Rules.Any(known => known.KeyOrTemplate == rule.Becomes))
            .Reports(
                (_, rule) =>
                    new Fault(
                        Subject.OfMap(rule.From),
                        $"rule {rule.Becomes} is not a rule of this version",
                        "map to a rule's key: its template, or what Named gave it"
                    )
            )
            .Must((whole, rule) => whole.Draft.Rules.All(known => known.KeyOrTemplate != rule.Name))
            .Reports(
                (_, rule) =>
                    new Fault(
                        Subject.OfMap(rule.From),
                        $"rule {rule.Name} is still there",
                        "leave it out, or give one of the two another key"
                    )
            );
    }
}
