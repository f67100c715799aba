using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Inquiries;

/// <summary>One message of a conversation, or one note.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record ConversationMessage
{
    /// <summary>The id under which it was given to us; unique within the inquiry.</summary>
    public required string Id { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What kind of author wrote it.</summary>
    public required Author Author { get; init; }

    /// <summary>Who of us wrote it; null for the customer and for machines of theirs.</summary>
    public string? By { get; init; }

    /// <summary>The name under which the customer reads it; null where none is shown.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the customer sees it. A note is for us.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>What the customer answered to a survey, with <see cref="Text"/> as their comment; null for all else.</summary>
    public SurveyFeedback? Feedback { get; init; }

    /// <summary>What was cut off the text when it came in, such as quoted history; null where nothing was.</summary>
    public string? Quoted { get; init; }

    /// <summary>The channel by which it came or went; null for a note.</summary>
    public Channel? Channel { get; init; }

    /// <summary>The mail's <c>Message-ID</c>, or the channel's own id; null where it is not known.</summary>
    public string? MessageId { get; init; }

    /// <summary>What comes with it, by reference.</summary>
    public IReadOnlyList<InquiryAttachment> Attachments { get; init; } = [];
}
