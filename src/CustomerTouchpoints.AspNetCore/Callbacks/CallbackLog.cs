using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.AspNetCore.Callbacks;

/// <summary>What callbacks write to the log: never what a request had in it.</summary>
internal static partial class CallbackLog
{
    [LoggerMessage(
        1710,
        LogLevel.Warning,
        "A request to the callback {Callback} was refused: it has no signature of the provider, or an old one. Said once a minute. If it "
            + "was the provider, compare the secret and the address outside"
    )]
    public static partial void Refused(ILogger logger, string callback);

    [LoggerMessage(
        1711,
        LogLevel.Error,
        "Receipts of {Callback} could not be taken in: {Exception}. The provider is asked to send them again"
    )]
    public static partial void NotTaken(ILogger logger, string callback, string exception);

    [LoggerMessage(1712, LogLevel.Warning, "A receipt of {Callback} was left out, as it can't be one: {Reason}")]
    public static partial void LeftOut(ILogger logger, string callback, string reason);
}
