using System.Text.Json;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Delivery;

/// <summary>
/// A customer was told something, or may have been, by an attempt or by a person: it changes nothing of the journey, but the customer.
/// </summary>
internal sealed record CustomerContacted(CustomerId Customer, Channel Channel, Category Category, string? Topic = null) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) { }

    public override (CustomerId Customer, CustomerChange Change)? ForCustomer(JourneyId journey, DateTimeOffset at) =>
        (Customer, new Contacted(Category, Channel, at, Topic));
}
