using System.Text.Json;
using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Journeys;

/// <summary>The journey is an open complaint of a customer from now on, or no longer is: it changes nothing of the journey.</summary>
internal sealed record ComplaintNoted(CustomerId Customer, bool IsOpen) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) { }

    public override (CustomerId Customer, CustomerChange Change)? ForCustomer(JourneyId journey, DateTimeOffset at) =>
        (Customer, new ComplaintMoved(journey, IsOpen));
}
