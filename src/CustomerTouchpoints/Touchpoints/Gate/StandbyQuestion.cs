using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Is a fallback needed yet: not before the time of the message before it is over, and not once that one has arrived.</summary>
internal static class StandbyQuestion
{
    public static GateAnswer? Ask(Deliberation deliberation, OpenTouchpoint touchpoint) =>
        touchpoint.Standby switch
        {
            null => null,
            { IsNeedless: true } standby => new GateAnswer.No(
                TouchpointStatus.Withdrawn,
                FallbackReasons.NotNeeded.With(TouchpointEventName.Word(standby.Last.Unless))
            ),
            { Until: var until } standby when until > deliberation.Now => new GateAnswer.Later(
                FallbackReasons.StandsBy.With(TouchpointEventName.Word(standby.Last.Unless), until),
                until
            ),
            _ => null,
        };
}
