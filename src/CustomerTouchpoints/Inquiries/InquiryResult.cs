namespace CustomerTouchpoints.Inquiries;

/// <summary>What came of something that was done to an inquiry, once it is safely stored.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record InquiryResult
{
    /// <summary>The inquiry.</summary>
    public required JourneyId Inquiry { get; init; }

    /// <summary>What came of it.</summary>
    public required InquiryOutcome Outcome { get; init; }

    /// <summary>What came of its event; null where none was raised.</summary>
    public RaiseResult? Raised { get; init; }

    /// <summary>Where it was overtaken: the messages that have come since the one that was seen, in their order.</summary>
    public IReadOnlyList<ConversationMessage> Newer { get; init; } = [];

    /// <summary>Whether it is stored: now, or before under the same id.</summary>
    public bool IsDone => Outcome is InquiryOutcome.Done or InquiryOutcome.Repeated;
}
