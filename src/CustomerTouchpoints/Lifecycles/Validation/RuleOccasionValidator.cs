using CustomerTouchpoints.Touchpoints.Rules;
using FluentValidation;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Checks that a rule's occasion can arise, and that it may speak then.</summary>
internal sealed class RuleOccasionValidator : AbstractValidator<RuleDraft>
{
    public RuleOccasionValidator(AuditedDraft whole)
    {
        RuleFor(rule => rule)
            .Must(rule => rule.State is null || whole.Graph.Reaches(rule.State) || !whole.IsKnownToRulesOnly(rule.State))
            .Reports(rule => new Fault(
                Subject.Of(rule),
                $"it watches the state {rule.State}, which nothing enters",
                "enter the state, watch another one, or remove the rule"
            ))
            .Must(rule => rule.Clock is null || whole.Draft.Targets.Any(target => target.Clock == rule.Clock))
            .Reports(rule => new Fault(
                Subject.Of(rule),
                $"it watches the clock {rule.Clock}, which no target declares",
                $"declare a target, or watch one of: "
                    + $"{string.Join(", ", whole.Draft.Targets.Select(target => target.Clock).Distinct().DefaultIfEmpty("none yet"))}"
            ))
            .Must(rule => rule.Promise is null || whole.Promises.Contains(rule.Promise))
            .Reports(rule => new Fault(
                Subject.Of(rule),
                $"it watches the promise {rule.Promise}, which nothing makes",
                $"make it, or watch one of: {string.Join(", ", whole.Promises.DefaultIfEmpty("none yet"))}"
            ))
            .Must(rule => rule.State is not null || rule.Event is not null || whole.Graph.Holds(null))
            .Reports(rule => new Fault(Subject.Of(rule), "no open state can be reached", "name the state with While(state)"))
            .Must(rule => rule.Trigger != RuleTrigger.Reentering || !IsReached(rule) || whole.Graph.Reenters(rule.State!))
            .Reports(rule => new Fault(
                Subject.Of(rule),
                $"the state {rule.State} can't be entered a second time",
                "use OnEntering, or add the way back"
            ))
            .Must(rule => rule.Trigger != RuleTrigger.Leaving || !IsReached(rule) || whole.Graph.Leaves(rule.State!))
            .Reports(rule => new Fault(Subject.Of(rule), $"nothing leaves the state {rule.State}", "use OnEntering, or add the way out"))
            .Must(rule => !rule.Repeats || rule.State is not { Kind: StateKind.Final })
            .Reports(rule => new Fault(
                Subject.Of(rule),
                $"the state {rule.State} is final, so nothing lasts in it",
                "use OnEntering, or make the state solved"
            ))
            .Must(rule => !SpeaksLateInSolved(rule) || rule.Afterwards)
            .Reports(rule => new Fault(
                Subject.Of(rule),
                $"it would speak later, when {rule.State} has solved the matter, and is silent then",
                "add Afterwards() if it should speak all the same, or remove the rule"
            ))
            .Must(rule => !rule.Afterwards || !rule.TellsCondition || rule.State is { Kind: not StateKind.Open })
            .Reports(rule => new Fault(
                Subject.Of(rule),
                $"Afterwards has no effect: the message is withdrawn when {rule.State?.ToString() ?? "the open journey"} ends, before "
                    + "the matter is solved",
                "remove Afterwards(), or watch a solved state"
            ))
            .Must(rule => !rule.MustBeHeard || !rule.TellsCondition)
            .Reports(rule => new Fault(
                Subject.Of(rule),
                "MustBeHeard has no effect: the message tells a condition and ends with it",
                "remove MustBeHeard()"
            ))
            .Must(rule => !rule.AsWell || rule.TellsFact)
            .Reports(rule => new Fault(
                Subject.Of(rule),
                "AsWell has no effect: what it tells is never told by another rule",
                "remove AsWell()"
            ))
            .Must(rule => ToldBefore(rule) is null)
            .Reports(rule => new Fault(
                Subject.Of(rule),
                $"its customer is told by {ToldBefore(rule)!.KeyOrTemplate} already, on the same occasion, so that it would never leave",
                "add AsWell() if both should leave, When or For if it is for some only, OrAfter or AlsoBy to the other for another "
                    + "channel, or remove it"
            ));

        RuleDraft? ToldBefore(RuleDraft rule) =>
            whole
                .Draft.Rules.TakeWhile(earlier => !ReferenceEquals(earlier, rule))
                .FirstOrDefault(earlier => TellsTheSame(earlier, rule) && RoleOf(earlier) == RoleOf(rule));

        string RoleOf(RuleDraft rule) => rule.Role ?? whole.Roles[0];

        bool IsReached(RuleDraft rule) => rule.State is not null && whole.Graph.Reaches(rule.State);
    }

    private static bool TellsTheSame(RuleDraft one, RuleDraft other) =>
        TellsAlways(one)
        && TellsAlways(other)
        && one.Trigger == other.Trigger
        && one.State == other.State
        && one.Event == other.Event
        && one.Topic?.Name == other.Topic?.Name
        && (one.Category == Category.Promotional) == (other.Category == Category.Promotional);

    private static bool TellsAlways(RuleDraft rule) =>
        rule is { TellsFact: true, AsWell: false, Conditions.Count: 0, Segments.Count: 0, AtOnce.Count: 0 };

    private static bool SpeaksLateInSolved(RuleDraft rule) =>
        rule.TellsCondition && (rule.State is { Kind: StateKind.Solved } || (!rule.Repeats && rule.State is { Kind: StateKind.Final }));
}
