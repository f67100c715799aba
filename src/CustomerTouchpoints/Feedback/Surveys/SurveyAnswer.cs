namespace CustomerTouchpoints.Feedback;

/// <summary>What a customer answers to a survey.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record SurveyAnswer
{
    /// <summary>The name of the event by which an answer is told to its journey; each lifecycle takes it, in every state.</summary>
    public const string EventName = "feedback.given";

    /// <summary>The longest comment, in characters.</summary>
    public const int LongestComment = 2000;

    /// <summary>The answer: see <see cref="SurveyKind"/> for what there is.</summary>
    public required int Value { get; init; }

    /// <summary>What they add, in their own words; null for nothing. At most <see cref="LongestComment"/> characters.</summary>
    public string? Comment { get; init; }
}
