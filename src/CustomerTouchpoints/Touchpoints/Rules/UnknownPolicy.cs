namespace CustomerTouchpoints.Touchpoints;

/// <summary>What to do with an attempt that may have left, when nobody can know.</summary>
public enum UnknownPolicy
{
    /// <summary>Send again under the same message id, flagged as a possible repeat. The default, except for promotional messages.</summary>
    Resend,

    /// <summary>Leave it as it is, until a person decides. The default for promotional messages.</summary>
    Hold,

    /// <summary>
    /// Ask the channel, whose sender must implement <see cref="Channels.IChannelLookup"/>: eight times over some three hours. What it
    /// accepted is sent; what it does not have goes out again, flagged; what it can't say in the end is held for a person. Nothing is sent
    /// while an answer is outstanding.
    /// </summary>
    Ask,
}
