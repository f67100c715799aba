using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Delivery;

/// <summary>That a customer was told something, or may have been.</summary>
internal static class Telling
{
    /// <summary>Its party has heard of the journey, or may have: it counts as a contact, and quiet rules listen.</summary>
    public static void Note(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        if (touchpoint.Customer is { } customer)
        {
            deliberation.Add(new CustomerContacted(customer, touchpoint.Channel, touchpoint.Category));
        }

        if (touchpoint.Category != Category.Promotional)
        {
            deliberation.Add(new PartyTold(touchpoint.Role, deliberation.Now));
            ExchangeSettling.Tell(deliberation, touchpoint.Role);
        }
    }
}
