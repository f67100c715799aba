namespace CustomerTouchpoints.Channels;

/// <summary>What a sender knows about one attempt.</summary>
public enum SendOutcome
{
    /// <summary>The channel accepted the message.</summary>
    Sent,

    /// <summary>Surely not accepted, and worth another try later.</summary>
    TemporaryFailure,

    /// <summary>Surely not accepted, and never will be at this address.</summary>
    PermanentFailure,

    /// <summary>It may have been accepted: a cut connection or a deadline after the payload could have arrived.</summary>
    Uncertain,

    /// <summary>Surely not accepted, because the channel itself does not work now; other messages would fare no better.</summary>
    ChannelDown,
}
