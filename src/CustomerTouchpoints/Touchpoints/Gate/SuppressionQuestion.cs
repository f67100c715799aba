using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Suppression;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// May their addresses be written to: of one channel of its route at least. What stands against an address stands against it whichever
/// customer has it.
/// </summary>
internal static class SuppressionQuestion
{
    public static GateAnswer.No? Ask(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient)
    {
        if (recipient is not Recipient.Known { Suppressed.Count: > 0 } known)
        {
            return null;
        }

        if (RouteChoice.Choose(deliberation, touchpoint, known) is not null)
        {
            return null;
        }

        CustomerSnapshot customer = deliberation.CustomerOf(touchpoint.Customer!.Value);
        var kind = MessageKind.Of(deliberation.Definition, deliberation.Settings, touchpoint);

        foreach (Channel channel in RouteChoice.RouteOf(deliberation.Definition, touchpoint))
        {
            if (RouteChoice.Reaches(known, channel) && Against(known, customer, kind, channel) is { } against)
            {
                return new GateAnswer.No(
                    TouchpointStatus.Skipped,
                    SuppressionReasons.Suppressed.After(against.Why, channel.Name, against.Since)
                );
            }
        }

        return null;
    }

    /// <summary>What stands against messages of a kind to a customer's address; null when nothing does.</summary>
    public static StandingSuppression? Against(Recipient.Known known, CustomerSnapshot customer, MessageKind kind, Channel channel)
    {
        if (!known.Suppressed.TryGetValue(channel, out IReadOnlyList<StandingSuppression>? standing))
        {
            return null;
        }

        foreach (StandingSuppression one in standing)
        {
            if (one.Stops(kind.Category, kind.Said(customer, channel)))
            {
                return one;
            }
        }

        return null;
    }
}
