using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>What kind of message a touchpoint is, as customers agree to it or decline it.</summary>
/// <param name="Category">Its category.</param>
/// <param name="Topic">What it is about; null where its rule says a category alone.</param>
/// <param name="MayBeDeclined">Whether customers may decline it.</param>
internal readonly record struct MessageKind(Category Category, Topic? Topic, bool MayBeDeclined)
{
    public static MessageKind Of(LifecycleDefinition definition, DecisionSettings settings, OpenTouchpoint touchpoint) =>
        Of(settings, touchpoint.Category, definition.TopicOf(touchpoint.Rule));

    public static MessageKind Of(DecisionSettings settings, Category category, Topic? topic) =>
        new(
            category,
            topic,
            category switch
            {
                Category.Transactional => false,
                Category.Service => settings.ServiceMayBeDeclined || topic is { MayBeDeclined: true } or { OnlyOnRequest: true },
                _ => true,
            }
        );

    /// <summary>What the customer has said of such messages by a channel; null where they said nothing.</summary>
    public ConsentMark? Said(CustomerSnapshot customer, Channel channel) => customer.Consents.For(Category, channel, Topic?.Name);

    /// <summary>Why a customer must not be told such a thing by a channel, as they have said; null where they may be.</summary>
    /// <param name="profile">What the directory says of them.</param>
    /// <param name="customer">What was recorded of them.</param>
    /// <param name="channel">The channel.</param>
    public Reason? Refusal(Customer profile, CustomerSnapshot customer, Channel channel)
    {
        if (Category == Category.Transactional)
        {
            return null;
        }

        ConsentMark? said = Said(customer, channel);
        return said is { Decision: ConsentDecision.Withdrawn }
                ? ConsentReasons.Declined.With(said.Topic ?? Category.ToString().ToLowerInvariant(), said.Channel?.Name, said.At)
            : Topic is { OnlyOnRequest: true } && said?.Topic is null ? PreferenceReasons.NotRequested.With(Topic.Name)
            : Category == Category.Promotional && said is null && !profile.WantsPromotions ? GateReasons.NoPromotions
            : customer.Preferences.Against(Topic?.Name, channel, MayBeDeclined) is { } mark
                ? PreferenceReasons.NotPreferred.With(mark.Topic, mark.Channel?.Name, customer.Preferences.At)
            : null;
    }
}
