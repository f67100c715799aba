using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers;

/// <summary>How often a customer wants promotional messages at most. The span rolls, as that of a <see cref="Cap"/> does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Pace>))]
public enum Pace
{
    /// <summary>As they come: the host's own caps hold.</summary>
    AsTheyCome,

    /// <summary>One in 24 hours.</summary>
    Daily,

    /// <summary>One in 7 days.</summary>
    Weekly,

    /// <summary>One in 30 days.</summary>
    Monthly,
}
