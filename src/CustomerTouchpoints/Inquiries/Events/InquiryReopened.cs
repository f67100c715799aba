using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;

namespace CustomerTouchpoints.Inquiries;

/// <summary>It is not solved after all: somebody on our side opens it again, and the customer is told.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[Event(InquiryEvents.Reopened)]
public sealed record InquiryReopened
{
    /// <summary>Who says so.</summary>
    [JsonPropertyName("reopenedBy")]
    public required string By { get; init; }

    /// <summary>Why, for the people on our side.</summary>
    [JsonPropertyName("reopenedWhy")]
    public required string Why { get; init; }
}
