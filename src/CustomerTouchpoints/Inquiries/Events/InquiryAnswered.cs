using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Inquiries;

/// <summary>We answer. The answer and its message to the customer are stored in one commit.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[Event(InquiryEvents.Answered)]
public sealed record InquiryAnswered
{
    /// <summary>The answer, as plain text; lines become paragraphs.</summary>
    [JsonPropertyName("answer")]
    public required string Text { get; init; }

    /// <summary>Who answers: a representative, or the bot's name.</summary>
    [JsonPropertyName("answeredBy")]
    public required string By { get; init; }

    /// <summary>
    /// The last message that whoever answers has seen: <see cref="ConversationView.LastMessage"/>. If another one has come since, by the
    /// customer or by a colleague, nothing is sent.
    /// </summary>
    public required string Seen { get; init; }

    /// <summary>The name that customers may read; null shows none.</summary>
    [JsonPropertyName("answeredByName")]
    public string? Name { get; init; }

    /// <summary>
    /// What answers. Default: a human, after whose answer we wait for the customer. A bot's or an automatic answer leaves the inquiry
    /// waiting for a human.
    /// </summary>
    public Author Author { get; init; } = Author.Human;

    /// <summary>What comes with it, by reference. Default: nothing.</summary>
    [JsonPropertyName("answerAttachments")]
    public IReadOnlyList<InquiryAttachment> Attachments { get; init; } = [];
}
