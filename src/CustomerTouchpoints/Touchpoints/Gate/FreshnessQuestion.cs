using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Is it still worth telling: each rule has an age after which it is not.</summary>
internal static class FreshnessQuestion
{
    public static GateAnswer.No? Ask(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        TimeSpan limit = deliberation.Definition.FindRule(touchpoint.Rule)!.StaleAfter;
        return deliberation.Now - touchpoint.Due > limit
            ? new GateAnswer.No(TouchpointStatus.Skipped, $"stale: due {touchpoint.Due:u}, and not worth telling after {limit:c}")
            : null;
    }
}
