namespace CustomerTouchpoints.Inquiries;

/// <summary>An answer that may be the right one.</summary>
/// <param name="Question">The question that it answers.</param>
/// <param name="Answer">The answer: plain text, a paragraph a line.</param>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record SuggestedAnswer(string Question, string Answer);
