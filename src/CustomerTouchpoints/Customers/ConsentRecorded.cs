using System.Text.Json.Serialization;
using CustomerTouchpoints.Customers.Consent;

namespace CustomerTouchpoints.Customers;

/// <summary>The customer agreed to a kind of message, or does not want it any more. Kept for good: it is the evidence.</summary>
internal sealed record ConsentRecorded(
    Category Category,
    Channel? Channel,
    ConsentDecision Decision,
    DateTimeOffset At,
    string Source,
    string By,
    string? Wording
) : CustomerChange
{
    /// <summary>What counts of it.</summary>
    [JsonIgnore]
    public ConsentMark Mark => new(Category, Channel, Decision, At);

    public override void Apply(CustomerBuilder customer) => customer.Consents = customer.Consents.With(Mark);
}
