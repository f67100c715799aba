using System.Text.Json;
using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Journeys;

/// <summary>Whoever plays a role turned out to be another customer, who plays it from now on.</summary>
internal sealed record PartyReplaced(string Role, CustomerId From, CustomerId Into) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) =>
        journey.Parties = [.. journey.Parties.Select(party => party.Role == Role ? party with { Customer = Into } : party)];

    public override (CustomerId Customer, CustomerChange Change)? ForCustomer(JourneyId journey, DateTimeOffset at) =>
        (Into, new RoleTaken(journey, Role, at));
}
