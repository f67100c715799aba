namespace CustomerTouchpoints.Feedback;

/// <summary>Which answers are to be counted.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record FeedbackQuery
{
    /// <summary>The survey's name.</summary>
    public required string Survey { get; init; }

    /// <summary>Asked at this instant or later, as its message was planned. Null, the default, for all.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Asked before this instant. Null, the default, for all.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The property of a journey's data that says which product it is about. Default <c>product</c>.</summary>
    public string ProductProperty { get; init; } = "product";

    /// <summary>How many answers a group needs to be ranked among the others. At least 1; default 30.</summary>
    public int MinimumAnswers { get; init; } = 30;
}
