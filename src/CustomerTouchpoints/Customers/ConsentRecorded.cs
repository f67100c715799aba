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
    /// <summary>The topic that it is about; null for every message of the category.</summary>
    public string? Topic { get; init; }

    /// <summary>What counts of it.</summary>
    [JsonIgnore]
    public ConsentMark Mark => new(Category, Channel, Decision, At) { Topic = Topic };

    public override void Apply(CustomerBuilder customer) => customer.Consents = customer.Consents.With(Mark);
}
