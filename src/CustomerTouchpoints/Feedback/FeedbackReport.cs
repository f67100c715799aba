namespace CustomerTouchpoints.Feedback;

/// <summary>What came of a survey. Groups come by name; those of whom the name is not known come last.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record FeedbackReport
{
    /// <summary>The survey.</summary>
    public required Survey Survey { get; init; }

    /// <summary>Everybody.</summary>
    public required FeedbackGroup All { get; init; }

    /// <summary>By lifecycle.</summary>
    public required IReadOnlyList<FeedbackGroup> ByLifecycle { get; init; }

    /// <summary>By topic of the conversation.</summary>
    public required IReadOnlyList<FeedbackGroup> ByTopic { get; init; }

    /// <summary>By who had it last.</summary>
    public required IReadOnlyList<FeedbackGroup> ByRepresentative { get; init; }

    /// <summary>By <see cref="FeedbackQuery.ProductProperty"/>.</summary>
    public required IReadOnlyList<FeedbackGroup> ByProduct { get; init; }

    /// <summary>By the channel of the message that asked.</summary>
    public required IReadOnlyList<FeedbackGroup> ByChannel { get; init; }
}
