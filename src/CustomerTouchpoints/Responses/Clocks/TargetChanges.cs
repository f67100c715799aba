using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Targets;

namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>
/// Targets or calendars that were changed without a new version of the lifecycle, as it is allowed while it is developed: the clocks of its
/// journeys follow as their targets choose, when the host starts and not with the next event.
/// </summary>
internal static class TargetChanges
{
    /// <summary>Whether a clock of the journey runs under a target that says something else by now, or is no more.</summary>
    public static bool Concern(LifecycleDefinition definition, JourneySnapshot journey)
    {
        foreach (JourneyClock clock in journey.Clocks.All)
        {
            if (clock.IsOpen && clock.Policy == definition.Version && Concerns(ClockSettling.TargetOf(definition, clock), clock))
            {
                return true;
            }
        }

        return false;
    }

    public static void Decide(Deliberation deliberation)
    {
        string version = $"version {deliberation.Definition.Version}";
        deliberation.Consider(version, null);
        ClockSettling.Carry(deliberation);
        deliberation.Record(
            JournalEntryKind.Version,
            version,
            JournalEntryOutcome.Retargeted,
            ClockReasons.TargetsChanged.With(deliberation.Definition.Version),
            deliberation.Now
        );
    }

    private static bool Concerns(ResponseTarget? target, JourneyClock clock) =>
        target is null
        || (target.Draft.Retargeting != Retargeting.Keep && (target.Place != clock.Place || ClockMovement.HasChanged(clock, target)));
}
