using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Promises;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Is it still true: its rule is there, and what it tells has not ended.</summary>
internal static class TruthQuestion
{
    public static GateAnswer.No? Ask(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        if (deliberation.Definition.FindRule(touchpoint.Rule) is not { } rule)
        {
            return new GateAnswer.No(TouchpointStatus.Skipped, "the lifecycle no longer has its rule");
        }

        if (rule.IsOff)
        {
            return new GateAnswer.No(TouchpointStatus.Skipped, "its rule is switched off");
        }

        if (rule.WatchesClock && !ClockSettling.IsOpen(deliberation, rule.Clock!, touchpoint.Occurrence))
        {
            return new GateAnswer.No(TouchpointStatus.Withdrawn, $"the clock {rule.Clock} has ended");
        }

        if (rule.Promise is { } promise && !Promising.IsBroken(deliberation, promise, touchpoint.Occurrence))
        {
            return new GateAnswer.No(TouchpointStatus.Withdrawn, $"what was promised as {promise} has come, or is not waited for any more");
        }

        // Facts stay true, and their conditions were asked on the occasion; conditions that ended took their messages with them.
        return rule.TellsCondition && deliberation.FirstRefusal(rule.Conditions, rule.Role) is { } refusal
            ? new GateAnswer.No(TouchpointStatus.Withdrawn, $"only when {refusal}")
            : null;
    }
}
