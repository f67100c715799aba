using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;

namespace CustomerTouchpoints.Inquiries;

/// <summary>We need something from the customer, and tell them what: a human's message. The clocks that pause then do so.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[Event(InquiryEvents.AwaitsCustomer)]
public sealed record InquiryAwaitsCustomer
{
    /// <summary>What we need, as plain text; lines become paragraphs.</summary>
    [JsonPropertyName("needed")]
    public required string Text { get; init; }

    /// <summary>Who asks for it.</summary>
    [JsonPropertyName("neededBy")]
    public required string By { get; init; }

    /// <summary>The last message that whoever asks has seen, as for <see cref="InquiryAnswered.Seen"/>.</summary>
    public required string Seen { get; init; }

    /// <summary>The name that customers may read; null shows none.</summary>
    [JsonPropertyName("neededByName")]
    public string? Name { get; init; }
}
