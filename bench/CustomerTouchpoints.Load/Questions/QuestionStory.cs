namespace CustomerTouchpoints.Load.Questions;

/// <summary>What happens to a question.</summary>
internal static class QuestionStory
{
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromHours(4);
    public static readonly TimeSpan SolvedWithin = TimeSpan.FromHours(16);

    public static readonly QuestionAsked Asked = new("Where is my parcel? It was to come on Friday, and nobody rang.");
    public static readonly QuestionAnswered Answered = new("Rosa");
    public static readonly QuestionClosed Closed = new("Rosa");
}
