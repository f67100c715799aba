namespace CustomerTouchpoints.Load.Questions;

/// <summary>The events of a question.</summary>
internal enum QuestionStep
{
    /// <summary>Opens the journey, and starts two clocks.</summary>
    Asked,

    /// <summary>Ends the first.</summary>
    Answered,

    /// <summary>Ends what is left.</summary>
    Closed,
}
