using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers;

/// <summary>Why an address must not be written to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuppressionReason>))]
public enum SuppressionReason
{
    /// <summary>Somebody said so.</summary>
    Manual,

    /// <summary>A message came back for good: the address does not work.</summary>
    HardBounce,

    /// <summary>Whoever has the address complained of a message, as by the button for spam.</summary>
    Complaint,

    /// <summary>Whoever has the address unsubscribed. It gives way to consent that the customer gives later.</summary>
    Unsubscribed,
}
