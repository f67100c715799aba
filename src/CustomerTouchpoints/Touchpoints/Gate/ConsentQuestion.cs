using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// Have they agreed, for one channel of its route at least, and not said that they would rather not. Promotional messages are for those who
/// have agreed; others are for all who have not declined them. What was recorded here counts before what the directory says.
/// </summary>
internal static class ConsentQuestion
{
    public static GateAnswer.No? Ask(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient)
    {
        if (recipient is not Recipient.Known { Customer: var profile } || touchpoint.Category == Category.Transactional)
        {
            return null;
        }

        CustomerSnapshot customer = deliberation.CustomerOf(touchpoint.Customer!.Value);
        var kind = MessageKind.Of(deliberation.Definition, deliberation.Settings, touchpoint);
        Reason? against = null;
        foreach (Channel channel in RouteChoice.RouteOf(deliberation.Definition, touchpoint))
        {
            if (kind.Refusal(profile, customer, channel) is not { } refusal)
            {
                return null;
            }

            against ??= refusal;
        }

        return new GateAnswer.No(TouchpointStatus.Skipped, against!);
    }
}
