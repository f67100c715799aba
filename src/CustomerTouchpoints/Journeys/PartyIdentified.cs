using System.Text.Json;
using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Journeys;

/// <summary>A role was filled.</summary>
internal sealed record PartyIdentified(string Role, CustomerId Customer) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) =>
        journey.Parties = journey.Parties.Add(new Party(Role, Customer));

    public override (CustomerId Customer, CustomerChange Change)? ForCustomer(JourneyId journey, DateTimeOffset at) =>
        (Customer, new RoleTaken(journey, Role, at));
}
