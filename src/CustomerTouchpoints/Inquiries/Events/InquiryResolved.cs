using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;

namespace CustomerTouchpoints.Inquiries;

/// <summary>It is solved, as we think; the customer is told so, and writes if it is not.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[Event(InquiryEvents.Resolved)]
public sealed record InquiryResolved
{
    /// <summary>Who says so.</summary>
    [JsonPropertyName("resolvedBy")]
    public required string By { get; init; }

    /// <summary>The last message that they have seen, as for <see cref="InquiryAnswered.Seen"/>.</summary>
    public required string Seen { get; init; }

    /// <summary>What solved it, as customers read it; null says no more than that it is.</summary>
    [JsonPropertyName("solution")]
    public string? Text { get; init; }

    /// <summary>The name that customers may read; null shows none.</summary>
    [JsonPropertyName("resolvedByName")]
    public string? Name { get; init; }
}
