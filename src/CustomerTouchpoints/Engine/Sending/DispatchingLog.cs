using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>What sending writes to the log: ids and reasons, never an address or a body.</summary>
internal static partial class DispatchingLog
{
    [LoggerMessage(1301, LogLevel.Error, "Touchpoint {Touchpoint} went to review: {Reason}")]
    public static partial void NotComposed(ILogger logger, TouchpointId touchpoint, Reason reason);

    [LoggerMessage(1302, LogLevel.Warning, "The sender of {Channel} threw {Exception} on touchpoint {Touchpoint}; it counts as uncertain")]
    public static partial void SenderThrew(ILogger logger, string channel, TouchpointId touchpoint, string exception);

    [LoggerMessage(
        1305,
        LogLevel.Error,
        "Touchpoint {Touchpoint} was not handed to the sender of {Channel}: its earlier calls have not returned and block every thread "
            + "that it may have; the channel counts as down"
    )]
    public static partial void SenderBlocks(ILogger logger, string channel, TouchpointId touchpoint);

    [LoggerMessage(
        1440,
        LogLevel.Warning,
        "There is no {Template} in the language {Wanted}: its customers are told in {Written}, and the message says so. Add "
            + "{Template}.{Wanted}.md; see touchpoints.messages.other-language for how many. Told once for each template and language"
    )]
    public static partial void OtherLanguage(ILogger logger, string template, string wanted, string written);

    [LoggerMessage(1304, LogLevel.Warning, "The escalation handler threw {Exception} on {Escalation}; it is called again")]
    public static partial void EscalationFailed(ILogger logger, string escalation, string exception);

    [LoggerMessage(1303, LogLevel.Warning, "Asking {Channel} about touchpoint {Touchpoint} threw {Exception}; the question comes again")]
    public static partial void LookupThrew(ILogger logger, string channel, TouchpointId touchpoint, string exception);
}
