using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;

namespace CustomerTouchpoints.Inquiries;

/// <summary>It is closed for good: what the customer writes afterwards begins a new one.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[Event(InquiryEvents.Closed)]
public sealed record InquiryClosed
{
    /// <summary>Who closes it.</summary>
    [JsonPropertyName("closedBy")]
    public required string By { get; init; }

    /// <summary>Why, for the people on our side.</summary>
    [JsonPropertyName("closedWhy")]
    public required string Why { get; init; }
}
