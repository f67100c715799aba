using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Observing;

/// <summary>When a channel or a provider goes down, and when it comes up: each once.</summary>
internal static partial class ChannelLog
{
    [LoggerMessage(1321, LogLevel.Warning, "Channel {Channel} is down: {Reason} Its messages wait, and it is tried again")]
    public static partial void Down(ILogger logger, string channel, string? reason);

    [LoggerMessage(1322, LogLevel.Information, "Channel {Channel} takes messages again, after {Span}")]
    public static partial void Up(ILogger logger, string channel, TimeSpan span);

    [LoggerMessage(1480, LogLevel.Warning, "Provider {Provider} is down: {Reason} Others take its messages, and it is tried again")]
    public static partial void ProviderDown(ILogger logger, string provider, string? reason);

    [LoggerMessage(1481, LogLevel.Information, "Provider {Provider} takes messages again, after {Span}")]
    public static partial void ProviderUp(ILogger logger, string provider, TimeSpan span);
}
