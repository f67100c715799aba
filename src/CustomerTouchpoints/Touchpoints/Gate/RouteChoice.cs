using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Which channel of its route a touchpoint takes: the first that can reach the customer.</summary>
internal static class RouteChoice
{
    /// <summary>
    /// The channel that a touchpoint would take: the first that can reach the customer, or the first of its route where none can or nobody
    /// knows.
    /// </summary>
    public static Channel ChannelOf(
        LifecycleDefinition definition,
        OpenTouchpoint touchpoint,
        Recipient recipient,
        CustomerSnapshot customer
    ) => (recipient is Recipient.Known known ? Choose(definition, touchpoint, known, customer) : null) ?? touchpoint.Route;

    /// <summary>The channel that a touchpoint would take, as its customer stands in a decision.</summary>
    public static Channel ChannelOf(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient) =>
        ChannelOf(deliberation.Definition, touchpoint, recipient, deliberation.CustomerOf(touchpoint.Customer!.Value));

    /// <summary>
    /// The first channel of a touchpoint's route that can reach the customer and may, as they have said, at an address against which
    /// nothing stands; null when there is none.
    /// </summary>
    public static Channel? Choose(
        LifecycleDefinition definition,
        OpenTouchpoint touchpoint,
        Recipient.Known profile,
        CustomerSnapshot customer
    )
    {
        foreach (Channel channel in RouteOf(definition, touchpoint))
        {
            if (
                Reaches(profile, channel)
                && ConsentQuestion.Allows(profile.Customer, customer.Consents, touchpoint.Category, channel)
                && SuppressionQuestion.Against(profile, customer, touchpoint.Category, channel) is null
            )
            {
                return channel;
            }
        }

        return null;
    }

    /// <summary>Whether a customer has an address of a channel.</summary>
    public static bool Reaches(Recipient.Known profile, Channel channel) =>
        profile.Customer.Addresses.TryGetValue(channel, out string? address) && !string.IsNullOrWhiteSpace(address);

    /// <summary>The channels that a touchpoint may take; its first alone where the definition no longer has its rule.</summary>
    public static IReadOnlyList<Channel> RouteOf(LifecycleDefinition definition, OpenTouchpoint touchpoint)
    {
        IReadOnlyList<IReadOnlyList<Channel>> routes = definition.FindRule(touchpoint.Rule)?.Routes ?? [];
        for (int i = 0; i < routes.Count; i++)
        {
            if (routes[i][0] == touchpoint.Route)
            {
                return routes[i];
            }
        }

        return [touchpoint.Route];
    }
}
