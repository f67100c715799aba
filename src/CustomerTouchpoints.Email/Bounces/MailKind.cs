namespace CustomerTouchpoints.Email.Bounces;

/// <summary>What a mail that has come in is.</summary>
public enum MailKind
{
    /// <summary>A person's, as far as can be told: a customer's word.</summary>
    Personal,

    /// <summary>What a server says of a mail that it could not deliver, delivers late, or has delivered.</summary>
    Bounce,

    /// <summary>What a provider says of a reader who complained, or wants no more (RFC 5965).</summary>
    Complaint,

    /// <summary>A machine's: an absence, a list's, a report. Nobody answers it (RFC 3834).</summary>
    Automatic,

    /// <summary>One that we have sent.</summary>
    Own,
}
