using System.Text.Json.Serialization;
using CustomerTouchpoints.Customers.Contacts;

namespace CustomerTouchpoints.Customers;

/// <summary>
/// A message to the customer waits for room under the caps, takes some, or does neither any more; or waits in a digest, or no longer does.
/// </summary>
internal sealed record CapPlaceMoved(JourneyId Journey, long Order, CapPlace? Before, CapPlace? After) : CustomerChange
{
    /// <summary>Where it waited in a digest, and no longer does; null for nowhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DigestSeat? SeatLeft { get; init; }

    /// <summary>Where it waits in a digest from now on; null for nowhere new.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DigestSeat? SeatTaken { get; init; }

    public override void Apply(CustomerBuilder customer)
    {
        customer.Caps = customer.Caps.With(Journey, Order, Before, After);
        customer.Digests = customer.Digests.With(SeatLeft, SeatTaken);
    }
}
