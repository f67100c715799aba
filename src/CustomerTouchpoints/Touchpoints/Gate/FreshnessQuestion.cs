using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Is it still worth telling: each rule has an age after which it is not.</summary>
internal static class FreshnessQuestion
{
    public static GateAnswer.No? Ask(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        TimeSpan limit = deliberation.Definition.FindRule(touchpoint.Rule)!.StaleAfter;
        return deliberation.Now - touchpoint.Due > limit
            ? new GateAnswer.No(TouchpointStatus.Skipped, GateReasons.Stale.With(touchpoint.Due, limit))
            : null;
    }

    /// <summary>When to ask again: at an instant, but no later than the message becomes stale, so that it is skipped then.</summary>
    public static DateTimeOffset AskedAt(Deliberation deliberation, OpenTouchpoint touchpoint, DateTimeOffset instant)
    {
        DateTimeOffset stale = touchpoint.Due + deliberation.Definition.FindRule(touchpoint.Rule)!.StaleAfter;
        return instant <= stale || stale < deliberation.Now ? instant : stale + TimeSpan.FromMicroseconds(1);
    }
}
