using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>
/// What asking the directory writes to the log: of an exception only its type, since its words are the host's and may name people.
/// </summary>
internal static partial class DirectoryLog
{
    [LoggerMessage(
        1101,
        LogLevel.Warning,
        "The customer directory could not say anything of {Count} customer(s), with {Exception}; decisions use the last known traits, "
            + "messages are held"
    )]
    public static partial void Unavailable(ILogger logger, int count, string exception);
}
