using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.AspNetCore.Inboxes;

/// <summary>What the inbox writes to the log: no token, no id, no text.</summary>
internal static partial class InboxLog
{
    [LoggerMessage(1770, LogLevel.Warning, "A request to an inbox could not be answered for now: {Fault}")]
    public static partial void NotAnswered(ILogger logger, string fault);
}
