using System.Text.Json.Serialization;
using CustomerTouchpoints.Inquiries.Events;

namespace CustomerTouchpoints.Inquiries;

/// <summary>
/// Automatic mail has come in the customer's place: "I am out of office". It is kept, and is not the customer's word: it moves nothing,
/// answers nothing and is not answered.
/// </summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[Event(InquiryEvents.MachineWrote)]
public sealed record InquiryMachineWrote
{
    /// <summary>What it says, as plain text.</summary>
    [JsonPropertyName("machineText")]
    public required string Text { get; init; }

    /// <summary>The mail's <c>Message-ID</c>; null where there is none.</summary>
    [JsonPropertyName("machineMessageId")]
    public string? MessageId { get; init; }
}
