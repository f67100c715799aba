namespace CustomerTouchpoints.Touchpoints;

/// <summary>What to do with an attempt that may have left, when nobody can know.</summary>
public enum UnknownPolicy
{
    /// <summary>Send again under the same message id, flagged as a possible repeat. The default, except for promotional messages.</summary>
    Resend,

    /// <summary>Leave it as it is. The default for promotional messages.</summary>
    Hold,
}
