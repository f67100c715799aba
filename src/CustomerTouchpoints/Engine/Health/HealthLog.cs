using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>What the log says of a host's health: once when something is wrong, and once when it no longer is.</summary>
internal static partial class HealthLog
{
    [LoggerMessage(1250, LogLevel.Warning, "Something is wrong ({Code}): {Words}")]
    public static partial void Found(ILogger logger, string code, string words);

    [LoggerMessage(1251, LogLevel.Information, "No longer wrong ({Code}): {Words}")]
    public static partial void Over(ILogger logger, string code, string words);
}
