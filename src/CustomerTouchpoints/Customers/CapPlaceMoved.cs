using CustomerTouchpoints.Customers.Contacts;

namespace CustomerTouchpoints.Customers;

/// <summary>A message to the customer waits for room under the caps, takes some, or does neither any more.</summary>
internal sealed record CapPlaceMoved(JourneyId Journey, long Order, CapPlace? Before, CapPlace? After) : CustomerChange
{
    public override void Apply(CustomerBuilder customer) => customer.Caps = customer.Caps.With(Journey, Order, Before, After);
}
