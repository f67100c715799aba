using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers;

/// <summary>Which messages an address must not be sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuppressionScope>))]
public enum SuppressionScope
{
    /// <summary>Any.</summary>
    Everything,

    /// <summary>Promotional and service messages; facts of the customer's own matter are still told.</summary>
    AllButTransactional,

    /// <summary>Promotional messages.</summary>
    Promotional,
}
