namespace CustomerTouchpoints.Touchpoints;

/// <summary>What came of a person's decision about a touchpoint.</summary>
public enum ResolveOutcome
{
    /// <summary>It is done and journaled.</summary>
    Done,

    /// <summary>The touchpoint waits for nobody, or not any more: it stands as it stood.</summary>
    NotWaiting,

    /// <summary>
    /// Its channel is being asked, and it must not go out again before that has an end. <see cref="Resolution.Sent"/> and
    /// <see cref="Resolution.Discard"/> are possible.
    /// </summary>
    BeingAsked,

    /// <summary>There is no touchpoint of that id.</summary>
    NoSuchTouchpoint,
}
