using System.Text.Json;
using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Journeys;

/// <summary>The journey is a complaint of a customer that is open from now on, or no longer is.</summary>
internal sealed record ComplaintNoted(CustomerId Customer, bool IsOpen) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) { }

    public override (CustomerId Customer, CustomerChange Change)? ForCustomer(JourneyId journey, DateTimeOffset at) =>
        (Customer, new ComplaintMoved(journey, IsOpen));
}
