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
        "The customer directory could not say anything of {Count} customer(s), such as: {Reason}; decisions use the last known traits, "
            + "messages are held"
    )]
    public static partial void Unavailable(ILogger logger, int count, string reason);

    [LoggerMessage(
        1231,
        LogLevel.Warning,
        "The customer directory says the {Trait} \"{Value}\", which is not known: {Remedy}. Told once for each value"
    )]
    public static partial void Unreadable(ILogger logger, string trait, string value, string remedy);

    [LoggerMessage(
        1102,
        LogLevel.Warning,
        "The customer directory was asked of {Asked} customer(s), and {Count} of its answers are of none of them, or of one again; they "
            + "are left out"
    )]
    public static partial void Strays(ILogger logger, int count, int asked);
}
