using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Messages;

/// <summary>What becomes of templates that are edited while the host runs.</summary>
internal static partial class CatalogLog
{
    [LoggerMessage(1401, LogLevel.Information, "Templates have changed and were read anew: {Folders}")]
    public static partial void ReadAnew(ILogger logger, string folders);

    [LoggerMessage(1402, LogLevel.Warning, "A template stays as it was before the change. {Fault}")]
    public static partial void KeptBefore(ILogger logger, Fault fault);

    [LoggerMessage(1403, LogLevel.Warning, "Added value {Block} was left out of a message by {Template}: {Reason}")]
    public static partial void ValueLeftOut(ILogger logger, string block, string template, string reason);
}
