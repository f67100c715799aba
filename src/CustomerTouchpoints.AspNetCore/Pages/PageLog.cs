using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>What the pages write to the log: never a token, a name or a text.</summary>
internal static partial class PageLog
{
    [LoggerMessage(1700, LogLevel.Error, "A page for a customer could not be answered: {Exception}. The customer is asked to try again")]
    public static partial void NotAnswered(ILogger logger, string exception);
}
