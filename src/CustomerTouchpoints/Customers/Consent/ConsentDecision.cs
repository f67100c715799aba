using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers;

/// <summary>What a customer said to a kind of message.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsentDecision>))]
public enum ConsentDecision
{
    /// <summary>The customer agreed.</summary>
    Granted,

    /// <summary>The customer does not want it, or not any more.</summary>
    Withdrawn,
}
