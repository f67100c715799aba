using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Customers;

internal static partial class DirectoryLog
{
    [LoggerMessage(1101, LogLevel.Warning, "The customer directory could not say anything of {Count} customer(s); decisions use the last known traits, messages are held")]
    public static partial void Unavailable(ILogger logger, int count, Exception exception);
}
