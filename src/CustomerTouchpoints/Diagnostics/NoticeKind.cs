namespace CustomerTouchpoints.Diagnostics;

/// <summary>What a notice tells.</summary>
public enum NoticeKind
{
    /// <summary>A channel accepted a message.</summary>
    Sent,

    /// <summary>A message has failed for good.</summary>
    Failed,

    /// <summary>A message has to wait; the reason says for what.</summary>
    Held,

    /// <summary>A message waits for a person: it could not be composed, or nobody knows what became of it.</summary>
    InReview,

    /// <summary>A channel says that it does not work now. Told once, until it works again.</summary>
    ChannelDown,

    /// <summary>A channel that was down works again.</summary>
    ChannelUp,

    /// <summary>A response clock has come to a share of its target at which it warns.</summary>
    ClockWarned,

    /// <summary>A response clock is breached.</summary>
    ClockBreached,

    /// <summary>A message came into a customer's inbox, or was read or deleted there; the reason says which.</summary>
    InboxChanged,
}
