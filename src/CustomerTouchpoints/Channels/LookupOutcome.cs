namespace CustomerTouchpoints.Channels;

/// <summary>What a channel knows of a message that may have been accepted.</summary>
public enum LookupOutcome
{
    /// <summary>It was accepted. It is never sent again.</summary>
    Sent,

    /// <summary>
    /// It is not there. It goes out again under the same message id, flagged as a possible repeat, because it may have been late.
    /// </summary>
    NotAccepted,

    /// <summary>
    /// The channel can't say, or not yet. The lookup comes again, at growing intervals, and in the end a person decides.
    /// </summary>
    Unknown,
}
