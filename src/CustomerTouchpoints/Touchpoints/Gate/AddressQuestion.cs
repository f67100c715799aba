using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Can they be reached: they have an address for a channel of its route.</summary>
internal static class AddressQuestion
{
    public static GateAnswer.No? Ask(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient) =>
        recipient is Recipient.Known profile && RouteChoice.Choose(deliberation, touchpoint, profile) is null
            ? new GateAnswer.No(
                TouchpointStatus.Skipped,
                GateReasons.NoAddress.With(string.Join(", ", RouteChoice.RouteOf(deliberation.Definition, touchpoint)))
            )
            : null;
}
