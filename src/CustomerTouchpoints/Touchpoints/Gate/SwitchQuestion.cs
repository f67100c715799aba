using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>May it leave at all: operators pause what they like, and discard what was planned.</summary>
internal static class SwitchQuestion
{
    public static GateAnswer? Ask(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient)
    {
        LifecycleDefinition definition = deliberation.Definition;
        Channel channel = RouteChoice.ChannelOf(deliberation, touchpoint, recipient);
        foreach (SwitchState state in deliberation.Settings.Switches.Before(definition.Name, definition.KeysOf(touchpoint.Rule), channel))
        {
            if (state.Discards(touchpoint.PlannedAt))
            {
                return new GateAnswer.No(
                    TouchpointStatus.Skipped,
                    GateReasons.Discarded.With(state.Scope.ToString(), state.DiscardedUntil!.Value)
                );
            }

            if (state.Pause is { } pause)
            {
                return new GateAnswer.Later(GateReasons.Paused.With(pause.Scope.ToString(), pause.Since, pause.By, pause.Reason), null);
            }
        }

        return null;
    }
}
