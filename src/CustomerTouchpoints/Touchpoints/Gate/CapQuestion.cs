using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// Was enough said: a promotional message waits until there is room for it under every cap, behind those of higher priority and greater
/// age. What is on its way has taken its room already. The pace that customers have asked for is a cap of their own.
/// </summary>
internal static class CapQuestion
{
    /// <summary>When is asked again where something is on its way, or others come first: either may be over soon.</summary>
    private static readonly TimeSpan AskedAgain = TimeSpan.FromSeconds(30);

    public static GateAnswer? Ask(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient)
    {
        if (touchpoint.Category != Category.Promotional || PlaceOf(deliberation, touchpoint, recipient) is not { } message)
        {
            return null;
        }

        CustomerSnapshot customer = deliberation.CustomerOf(touchpoint.Customer!.Value);
        var room = new CapRoom(CapsOf(deliberation, customer), customer.Contacts, customer.Caps, deliberation.Now);
        if (room.Against(message) is not { } cap)
        {
            return null;
        }

        if (touchpoint.Place is null && customer.Caps.Waiting.Length >= CapQueue.Most)
        {
            return new GateAnswer.No(TouchpointStatus.Skipped, GateReasons.TooManyWait.With(CapQueue.Most));
        }

        return new GateAnswer.Later(
            room.IsLeft(cap) ? GateReasons.OthersFirst
                : deliberation.Settings.Caps.Contains(cap) ? GateReasons.CapReached.With(cap.AtMost, cap.Topic, cap.Channel, cap.Within)
                : PreferenceReasons.PaceReached.With(cap.AtMost, cap.Topic, cap.Within),
            FreshnessQuestion.AskedAt(deliberation, touchpoint, room.RoomAt(cap) ?? deliberation.Now + AskedAgain)
        )
        {
            Place = message.Place,
        };
    }

    /// <summary>
    /// The message as it waits, or would wait, for room; null for one that never waits. A survey never waits, and takes a place all the
    /// same: while it is on its way, no other is asked.
    /// </summary>
    public static CapWaiter? PlaceOf(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient)
    {
        TouchpointRule? rule = deliberation.Definition.FindRule(touchpoint.Rule);
        if (
            rule?.Survey is null
            && (
                touchpoint.Category != Category.Promotional
                || CapsOf(deliberation, deliberation.CustomerOf(touchpoint.Customer!.Value)).Count == 0
            )
        )
        {
            return null;
        }

        Channel channel = RouteChoice.ChannelOf(deliberation, touchpoint, recipient);
        int priority = rule?.Priority ?? 0;
        return new CapWaiter(
            deliberation.Journey.Id,
            touchpoint.Order,
            new CapPlace(channel, IsTaken: false, priority, touchpoint.PlannedAt, FreshnessQuestion.StaleAt(deliberation, touchpoint))
            {
                Topic = rule?.Topic?.Name,
            }
        );
    }

    /// <summary>The host's caps, and those that follow from the pace that the customer has asked for.</summary>
    private static IReadOnlyList<Cap> CapsOf(Deliberation deliberation, CustomerSnapshot customer) =>
        customer.Preferences.Paces.IsEmpty ? deliberation.Settings.Caps : [.. deliberation.Settings.Caps, .. customer.Preferences.Caps];
}
