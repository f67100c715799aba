using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Promises;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Is it still true: its rule is there, and what it tells has not ended.</summary>
internal static class TruthQuestion
{
    public static GateAnswer.No? Ask(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        if (touchpoint.Contents is not null)
        {
            // What it tells was asked of each of its items.
            return null;
        }

        if (deliberation.Definition.FindRule(touchpoint.Rule) is not { } rule)
        {
            return new GateAnswer.No(TouchpointStatus.Skipped, PlanReasons.RuleGone);
        }

        if (rule.IsOff)
        {
            return new GateAnswer.No(TouchpointStatus.Skipped, PlanReasons.RuleOff);
        }

        if (rule.WatchesClock && !ClockSettling.IsOpen(deliberation, rule.Clock!, touchpoint.Occurrence))
        {
            return new GateAnswer.No(TouchpointStatus.Withdrawn, GateReasons.ClockEnded.With(rule.Clock));
        }

        if (rule.Promise is { } promise && !Promising.IsBroken(deliberation, promise, touchpoint.Occurrence))
        {
            return new GateAnswer.No(TouchpointStatus.Withdrawn, GateReasons.PromiseOver.With(promise));
        }

        // Facts stay true, and their conditions were asked on the occasion; conditions that ended took their messages with them.
        return rule.TellsCondition && deliberation.Refusal(rule) is { } refusal
            ? new GateAnswer.No(TouchpointStatus.Withdrawn, refusal)
            : null;
    }
}
