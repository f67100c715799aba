using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;

namespace CustomerTouchpoints.Inquiries;

/// <summary>A note for the people on our side. The customer never sees it.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[Event(InquiryEvents.Noted)]
public sealed record InquiryNoted
{
    /// <summary>The note.</summary>
    [JsonPropertyName("internalNote")]
    public required string Text { get; init; }

    /// <summary>Who writes it.</summary>
    [JsonPropertyName("notedBy")]
    public required string By { get; init; }
}
