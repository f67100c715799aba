using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Sqlite;

/// <summary>What the store says of its file.</summary>
internal static partial class KeepingLog
{
    [LoggerMessage(1421, LogLevel.Critical, "{File} is not the file that was opened ({Trouble}): nothing more is stored until a restart")]
    public static partial void Lost(ILogger logger, string file, StoreTrouble trouble);

    [LoggerMessage(1422, LogLevel.Warning, "{Mark} can't be written: a store that goes back would not be recognised")]
    public static partial void NoMark(ILogger logger, string mark, Exception exception);

    [LoggerMessage(1423, LogLevel.Error, "Finished journeys do not leave {File}; it is tried again")]
    public static partial void NotPruned(ILogger logger, string file, Exception exception);
}
