namespace CustomerTouchpoints.Load.Questions;

/// <summary>The matter is closed, answered or not.</summary>
[Event("question.closed")]
internal sealed record QuestionClosed(string By);
