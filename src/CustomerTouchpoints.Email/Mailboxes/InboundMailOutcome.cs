namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>What came of a mail that has come in.</summary>
public enum InboundMailOutcome
{
    /// <summary>It reports something of a message of ours, and that is recorded, now or before.</summary>
    Reported,

    /// <summary>It is a customer's word, and the desk has it, now or before.</summary>
    Received,

    /// <summary>
    /// A machine's, one of ours, or a report that means nothing or is not proven: nothing follows from it, and nobody answers.
    /// </summary>
    Ignored,

    /// <summary>
    /// It is about a message that nobody knows here. That may not be marked as sent yet: give it again in a moment. It may be made up, too.
    /// </summary>
    UnknownMessage,

    /// <summary>
    /// A person's, and nobody here takes it: there is no desk, or no customer has this address. A person has to look at it.
    /// </summary>
    Unclaimed,

    /// <summary>The customer writes more often than the desk takes. Nothing was stored: give it again later.</summary>
    TooMany,
}
