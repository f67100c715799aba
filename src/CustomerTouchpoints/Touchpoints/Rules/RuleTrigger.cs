namespace CustomerTouchpoints.Touchpoints.Rules;

/// <summary>The occasion of a touchpoint rule.</summary>
internal enum RuleTrigger
{
    /// <summary>A state is entered; at once, after a delay, or at a local time.</summary>
    Entering,

    /// <summary>A state is entered again.</summary>
    Reentering,

    /// <summary>A state is left.</summary>
    Leaving,

    /// <summary>An event was accepted.</summary>
    Event,

    /// <summary>A state lasts, and nothing has been told for a span.</summary>
    Quiet,

    /// <summary>A state lasts, at a local time of every day.</summary>
    Daily,

    /// <summary>A response clock warns.</summary>
    Warning,

    /// <summary>A response clock is breached.</summary>
    Breach,

    /// <summary>A status update is due.</summary>
    Update,

    /// <summary>A promise is broken.</summary>
    Broken,
}
