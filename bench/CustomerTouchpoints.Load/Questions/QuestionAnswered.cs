namespace CustomerTouchpoints.Load.Questions;

/// <summary>A human has answered.</summary>
[Event("question.answered")]
internal sealed record QuestionAnswered(string By);
