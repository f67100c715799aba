using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Email;

/// <summary>What email writes to the log: ids and reasons, never an address or a body.</summary>
internal static partial class EmailLog
{
    [LoggerMessage(1501, LogLevel.Warning, "Touchpoint {Touchpoint} can't be sent by email: {Reason}")]
    public static partial void CannotBeSent(ILogger logger, TouchpointId touchpoint, string reason);

    [LoggerMessage(
        1502,
        LogLevel.Warning,
        "Promotional mail leaves without List-Unsubscribe, first {Touchpoint}; large providers put such mail aside. Set "
            + "EmailOptions.Unsubscribe, or configure links with UseLinks"
    )]
    public static partial void NoUnsubscribe(ILogger logger, TouchpointId touchpoint);

    [LoggerMessage(1503, LogLevel.Warning, "Mailbox {Mailbox} can't be read, and is tried again in {Pause}: {Fault}")]
    public static partial void MailboxDown(ILogger logger, string mailbox, TimeSpan pause, string fault);

    [LoggerMessage(1504, LogLevel.Information, "Mailbox {Mailbox} is read again")]
    public static partial void MailboxIsBack(ILogger logger, string mailbox);

    [LoggerMessage(1505, LogLevel.Warning, "Mail {Mail} of mailbox {Mailbox} is set aside for a person: {Reason}")]
    public static partial void SetAside(ILogger logger, string mail, string mailbox, string reason);

    [LoggerMessage(
        1506,
        LogLevel.Warning,
        "Mail {Mail} of mailbox {Mailbox} could not be taken in (try {Tries}), and is tried again: {Fault}"
    )]
    public static partial void MailFailed(ILogger logger, string mail, string mailbox, int tries, string fault);

    [LoggerMessage(
        1507,
        LogLevel.Information,
        "Mail {Mail} of mailbox {Mailbox} reports of a message that nobody knows here; nothing follows from it"
    )]
    public static partial void UnknownMessage(ILogger logger, string mail, string mailbox);
}
