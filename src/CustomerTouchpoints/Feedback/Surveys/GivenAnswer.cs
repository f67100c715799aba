namespace CustomerTouchpoints.Feedback.Surveys;

/// <summary>An answer as its journey has it.</summary>
/// <param name="Kind">What was asked.</param>
/// <param name="Value">The answer.</param>
/// <param name="Comment">What they added; null for nothing.</param>
/// <param name="FirstAt">When they first answered: for a day from then on they may change it.</param>
internal sealed record GivenAnswer(SurveyKind Kind, int Value, string? Comment, DateTimeOffset FirstAt);
