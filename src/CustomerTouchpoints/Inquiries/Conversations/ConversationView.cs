using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.Inquiries;

/// <summary>An inquiry as whoever answers it reads it: what was said, who has it, and what was promised.</summary>
/// <remarks>
/// Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back. What was said is
/// read from the journal, what was promised from the journey: what is committed in between may show in one only.
/// </remarks>
public sealed record ConversationView
{
    /// <summary>The inquiry.</summary>
    public required JourneyId Inquiry { get; init; }

    /// <summary>Where it stands: state, clocks, open promises, and each message that the customer was or will be sent.</summary>
    public required JourneyView Journey { get; init; }

    /// <summary>Who asks; null while nobody knows.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>What was said.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>
    /// The last public message, by its id: give it as <see cref="InquiryAnswered.Seen"/> when you answer. Null while there is none.
    /// </summary>
    public string? LastMessage => Conversation.LastMessage;
}
