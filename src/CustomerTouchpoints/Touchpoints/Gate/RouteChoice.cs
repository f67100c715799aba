using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Preferences;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// Which channel of its route a touchpoint takes: the first that can reach the customer, in the order in which they like them.
/// </summary>
internal static class RouteChoice
{
    /// <summary>
    /// The channel that a touchpoint would take: the first that can reach the customer, or the first of its route where none can or nobody
    /// knows.
    /// </summary>
    public static Channel ChannelOf(
        LifecycleDefinition definition,
        DecisionSettings settings,
        OpenTouchpoint touchpoint,
        Recipient recipient,
        CustomerSnapshot customer
    ) => (recipient is Recipient.Known known ? Choose(definition, settings, touchpoint, known, customer) : null) ?? touchpoint.Route;

    /// <summary>The channel that a touchpoint would take, as its customer stands in a decision.</summary>
    public static Channel ChannelOf(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient) =>
        ChannelOf(
            deliberation.Definition,
            deliberation.Settings,
            touchpoint,
            recipient,
            deliberation.CustomerOf(touchpoint.Customer!.Value)
        );

    /// <summary>
    /// The first channel of a touchpoint's route that can reach the customer and may, as they have said, at an address against which
    /// nothing stands; null when there is none.
    /// </summary>
    public static Channel? Choose(
        LifecycleDefinition definition,
        DecisionSettings settings,
        OpenTouchpoint touchpoint,
        Recipient.Known profile,
        CustomerSnapshot customer
    )
    {
        var kind = MessageKind.Of(definition, settings, touchpoint);
        foreach (Channel channel in customer.Preferences.Ordered(RouteOf(definition, touchpoint)))
        {
            if (
                Reaches(profile, channel)
                && kind.Refusal(profile.Customer, customer, channel) is null
                && SuppressionQuestion.Against(profile, customer, kind, channel) is null
            )
            {
                return channel;
            }
        }

        return null;
    }

    /// <summary>The channel that a touchpoint would take in a decision; null when there is none.</summary>
    public static Channel? Choose(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient.Known profile) =>
        Choose(deliberation.Definition, deliberation.Settings, touchpoint, profile, deliberation.CustomerOf(touchpoint.Customer!.Value));

    /// <summary>Whether a touchpoint takes a channel because its customer likes it: the rule alone would have taken another.</summary>
    public static bool IsPreferred(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient, Channel channel)
    {
        CustomerSnapshot customer = deliberation.CustomerOf(touchpoint.Customer!.Value);
        return !customer.Preferences.IsNone
            && channel
                != ChannelOf(
                    deliberation.Definition,
                    deliberation.Settings,
                    touchpoint,
                    recipient,
                    customer with
                    {
                        Preferences = PreferencesGiven.None,
                    }
                );
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
