namespace CustomerTouchpoints.Responses;

/// <summary>
/// What becomes of a clock when a solved matter is reopened. However it is chosen, the time in which it was solved never counts.
/// </summary>
public enum Reopening
{
    /// <summary>
    /// It goes on with what was used. The default: solving for a moment does not win a new deadline, and waiting for a reopening costs
    /// none.
    /// </summary>
    Resume,

    /// <summary>It counts from zero, in place of what it said before. A breach that has happened stays one.</summary>
    Restart,

    /// <summary>What it said before stands, and a new clock counts from zero.</summary>
    NewCycle,
}
