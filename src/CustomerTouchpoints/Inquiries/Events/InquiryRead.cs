using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;

namespace CustomerTouchpoints.Inquiries;

/// <summary>A representative has read it and takes it: the customer is told that somebody looks into it.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[Event(InquiryEvents.Read)]
public sealed record InquiryRead
{
    /// <summary>Who, by the id that the host knows them by.</summary>
    [JsonPropertyName("representative")]
    public required string By { get; init; }

    /// <summary>The name that customers may read; null shows none.</summary>
    [JsonPropertyName("representativeName")]
    public string? Name { get; init; }
}
