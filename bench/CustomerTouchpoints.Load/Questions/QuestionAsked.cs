namespace CustomerTouchpoints.Load.Questions;

/// <summary>A customer asks.</summary>
[Event("question.asked")]
internal sealed record QuestionAsked(string Text);
