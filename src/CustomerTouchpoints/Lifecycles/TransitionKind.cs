namespace CustomerTouchpoints.Lifecycles;

/// <summary>What a transition does to the state.</summary>
internal enum TransitionKind
{
    /// <summary>Leaves the state and enters the target.</summary>
    GoTo,

    /// <summary>Handles the event and stays: nothing is left or entered.</summary>
    Stay,

    /// <summary>Leaves the state and enters it again: a new visit.</summary>
    Reenter,
}
