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
}
