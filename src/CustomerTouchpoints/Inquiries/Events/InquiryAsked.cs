using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;

namespace CustomerTouchpoints.Inquiries;

/// <summary>A customer asks something: an inquiry begins.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[Event(InquiryEvents.Asked)]
public sealed record InquiryAsked
{
    /// <summary>What they ask, as plain text: at most <see cref="InquiryOptions.MaxTextLength"/> characters.</summary>
    [JsonPropertyName("question")]
    public required string Text { get; init; }

    /// <summary>The subject in one line; null where there is none, as in a chat.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    /// <summary>The channel by which they asked, and are answered. Default: email.</summary>
    public Channel Channel { get; init; } = Channel.Email;

    /// <summary>The mail's <c>Message-ID</c>, or the channel's own id of the message; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MessageId { get; init; }

    /// <summary>What it is about, in the host's words, such as <c>delivery</c>; null where nobody knows yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Topic { get; init; }

    /// <summary>How urgent it is, in the host's words; null where nobody has said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Priority { get; init; }

    /// <summary>The journey it is about, such as <c>order/1042</c>; null where it is about none that is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JourneyId? About { get; init; }

    /// <summary>What came with it, by reference. Default: nothing.</summary>
    [JsonPropertyName("questionAttachments")]
    public IReadOnlyList<InquiryAttachment> Attachments { get; init; } = [];

    /// <summary>What was cut off the text, such as the history that a mail quotes; null where nothing was.</summary>
    [JsonPropertyName("questionQuoted")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Quoted { get; init; }
}
