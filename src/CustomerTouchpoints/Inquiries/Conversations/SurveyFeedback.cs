using CustomerTouchpoints.Feedback;

namespace CustomerTouchpoints.Inquiries;

/// <summary>What a customer answered to a survey.</summary>
/// <param name="Survey">The survey's name.</param>
/// <param name="Kind">What it asks.</param>
/// <param name="Value">The answer.</param>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record SurveyFeedback(string Survey, SurveyKind Kind, int Value);
