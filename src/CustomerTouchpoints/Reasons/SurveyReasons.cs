namespace CustomerTouchpoints.Reasons;

/// <summary>Why a customer is not asked how it went.</summary>
internal static class SurveyReasons
{
    public static readonly ReasonKind ClosedByItself = new(
        "closed-by-itself",
        "it was closed by time alone, and nobody is asked about that"
    );

    public static readonly ReasonKind ComplaintOpen = new("complaint-open", "a complaint of theirs is open");

    public static readonly ReasonKind AnsweredAlready = new("answered-already", "they have answered this survey already");

    public static readonly ReasonKind AskedLately = new("asked-lately", "they were asked for feedback within {span}");

    public static readonly ReasonKind BeingAsked = new("being-asked", "another survey is on its way to them");

    public static readonly ReasonKind Given = new("feedback-given", "the customer has answered the survey {survey}");

    public static IReadOnlyList<ReasonKind> All => [ClosedByItself, ComplaintOpen, AnsweredAlready, AskedLately, BeingAsked, Given];
}
