using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Observing;

/// <summary>What observers do wrong: it hurts nobody, and somebody should know.</summary>
internal static partial class ObserverLog
{
    [LoggerMessage(1311, LogLevel.Warning, "The observer {Observer} threw {Exception}; it has missed those notices")]
    public static partial void Threw(ILogger logger, string observer, string exception);

    [LoggerMessage(1312, LogLevel.Warning, "The observer {Observer} has not returned within {Deadline}; its notices queue meanwhile")]
    public static partial void Late(ILogger logger, string observer, TimeSpan deadline);

    [LoggerMessage(1313, LogLevel.Warning, "The observer {Observer} is too slow: {Dropped} notices, the oldest, were dropped")]
    public static partial void Dropped(ILogger logger, string observer, long dropped);
}
