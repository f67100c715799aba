using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Is it still worth telling: each rule has an age after which it is not.</summary>
internal static class FreshnessQuestion
{
    public static GateAnswer.No? Ask(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        TimeSpan limit = LimitOf(deliberation.Definition, touchpoint);
        return deliberation.Now - touchpoint.FreshFrom > limit
            ? new GateAnswer.No(TouchpointStatus.Skipped, GateReasons.Stale.With(touchpoint.FreshFrom, limit))
            : null;
    }

    /// <summary>When to ask again: at an instant, but no later than the message becomes stale, so that it is skipped then.</summary>
    public static DateTimeOffset AskedAt(Deliberation deliberation, OpenTouchpoint touchpoint, DateTimeOffset instant)
    {
        DateTimeOffset stale = StaleAt(deliberation, touchpoint);
        return instant <= stale || stale < deliberation.Now ? instant : stale + TimeSpan.FromMicroseconds(1);
    }

    /// <summary>Until when it is worth telling.</summary>
    public static DateTimeOffset StaleAt(Deliberation deliberation, OpenTouchpoint touchpoint) =>
        StaleAt(deliberation.Definition, touchpoint);

    /// <summary>Until when it is worth telling, by a definition.</summary>
    public static DateTimeOffset StaleAt(LifecycleDefinition definition, OpenTouchpoint touchpoint) =>
        touchpoint.FreshFrom + LimitOf(definition, touchpoint);

    /// <summary>A digest has a rule of its carrier's, which may be gone by now.</summary>
    private static TimeSpan LimitOf(LifecycleDefinition definition, OpenTouchpoint touchpoint) =>
        definition.FindRule(touchpoint.Rule)?.StaleAfter ?? RuleDefaults.StaleAfter(touchpoint.Category);
}
