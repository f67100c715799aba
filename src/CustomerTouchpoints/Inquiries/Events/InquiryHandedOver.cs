using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;

namespace CustomerTouchpoints.Inquiries;

/// <summary>Somebody else takes it: a person, a team, another tier. The customer's clocks and promises go on.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[Event(InquiryEvents.HandedOver)]
public sealed record InquiryHandedOver
{
    /// <summary>Who hands it over.</summary>
    [JsonPropertyName("handedOverBy")]
    public required string By { get; init; }

    /// <summary>Why, for whoever takes it.</summary>
    [JsonPropertyName("handedOverWhy")]
    public required string Why { get; init; }

    /// <summary>The representative who takes it; null leaves it to the team.</summary>
    [JsonPropertyName("representative")]
    public string? To { get; init; }

    /// <summary>The name that customers may read; null shows none.</summary>
    [JsonPropertyName("representativeName")]
    public string? Name { get; init; }

    /// <summary>The team that takes it; null where it is nobody's in particular.</summary>
    public string? Team { get; init; }

    /// <summary>The tier that takes it, from 1. Default 1. From 2 on, the second tier's own clock runs beside the customer's.</summary>
    public int Tier { get; init; } = 1;
}
