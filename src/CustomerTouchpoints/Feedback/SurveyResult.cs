namespace CustomerTouchpoints.Feedback;

/// <summary>What came of an answer to a survey.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="HasMoved">Whether its journey is in another state now: a "no" has opened a question again.</param>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record SurveyResult(SurveyOutcome Outcome, bool HasMoved = false);
