using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;

namespace CustomerTouchpoints.Inquiries;

/// <summary>The customer wrote again. A solved inquiry is open again by it.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[Event(InquiryEvents.CustomerWrote)]
public sealed record InquiryCustomerWrote
{
    /// <summary>What they write, as plain text.</summary>
    [JsonPropertyName("message")]
    public required string Text { get; init; }

    /// <summary>The channel by which they wrote, and are answered from now on; null leaves it as it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Channel? Channel { get; init; }

    /// <summary>The mail's <c>Message-ID</c>, or the channel's own id of the message; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MessageId { get; init; }

    /// <summary>What came with it, by reference. Default: nothing.</summary>
    [JsonPropertyName("messageAttachments")]
    public IReadOnlyList<InquiryAttachment> Attachments { get; init; } = [];

    /// <summary>What was cut off the text, such as the history that a mail quotes; null where nothing was.</summary>
    [JsonPropertyName("messageQuoted")]
    public string? Quoted { get; init; }
}
