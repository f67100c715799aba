using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;

namespace CustomerTouchpoints.Inquiries;

/// <summary>It belongs together with another journey: the order that it is about, another inquiry.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[Event(InquiryEvents.Linked)]
public sealed record InquiryLinked
{
    /// <summary>The other journey.</summary>
    [JsonPropertyName("linkedTo")]
    public required JourneyId To { get; init; }

    /// <summary>Who says so.</summary>
    [JsonPropertyName("linkedBy")]
    public required string By { get; init; }

    /// <summary>What they have to do with each other, in the host's words; null where nobody said.</summary>
    [JsonPropertyName("linkedAs")]
    public string? As { get; init; }
}
