using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Http;

/// <summary>What channels over HTTP write to the log: ids and reasons, never an address, a body or a secret.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(1600, LogLevel.Warning, "Touchpoint {Touchpoint} can't be sent by {Channel}: {Reason}")]
    public static partial void CannotBeSent(ILogger logger, TouchpointId touchpoint, Channel channel, string reason);

    [LoggerMessage(
        1601,
        LogLevel.Warning,
        "The endpoint of customer {Customer} on {Channel} has failed {Failures} times in a row and is left alone for {Pause}: {Reason}"
    )]
    public static partial void EndpointPaused(
        ILogger logger,
        CustomerId customer,
        Channel channel,
        int failures,
        TimeSpan pause,
        string reason
    );

    [LoggerMessage(1602, LogLevel.Information, "The endpoint of customer {Customer} on {Channel} takes messages again")]
    public static partial void EndpointIsBack(ILogger logger, CustomerId customer, Channel channel);

    [LoggerMessage(
        1603,
        LogLevel.Warning,
        "WebPushOptions.Gone failed for a subscription of customer {Customer} that is no more: {Fault}. The next message calls it again"
    )]
    public static partial void GoneNotHandled(ILogger logger, CustomerId customer, string fault);

    [LoggerMessage(
        1604,
        LogLevel.Warning,
        "The address of customer {Customer} on {Channel} is no more, and could not be suppressed: {Fault}. The next message tries again"
    )]
    public static partial void NotSuppressed(ILogger logger, CustomerId customer, Channel channel, string fault);
}
