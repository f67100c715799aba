using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>Whether a message whose attempt is over is to be tried again at all.</summary>
internal static class Wanted
{
    /// <summary>
    /// A condition that ended while its message was being sent is not told once more, nor is a fallback that nobody needs.
    /// </summary>
    public static bool Still(Deliberation deliberation, OpenTouchpoint touchpoint) =>
        touchpoint.Standby is not { IsNeedless: true }
        && (
            touchpoint.Scope is not { } scope
            || (deliberation.Journey.VisitOf(scope) is { Lasts: true } visit && visit.Number == touchpoint.Visit)
        );

    /// <summary>Why it is not, beside what became of its attempt.</summary>
    public static Reason WhyNot(OpenTouchpoint touchpoint, Reason reason) =>
        touchpoint.Standby is { IsNeedless: true } standby
            ? FallbackReasons.NotNeeded.With(TouchpointEventName.Word(standby.Last.Unless))
            : PlanReasons.AndStateEnded.After(reason, touchpoint.Scope);
}
