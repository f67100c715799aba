namespace CustomerTouchpoints.Journeys;

/// <summary>Where a journey stands as a whole.</summary>
internal enum Standing
{
    /// <summary>Heard of, but not opened: what came so far is parked.</summary>
    Awaiting,

    /// <summary>Under way.</summary>
    Open,

    /// <summary>In a solved state; it may be reopened.</summary>
    Solved,

    /// <summary>In a final state, for good.</summary>
    Closed,
}
