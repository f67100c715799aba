using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>What taking in writes to the log: names, never data.</summary>
internal static partial class AdmissionLog
{
    [LoggerMessage(
        1230,
        LogLevel.Warning,
        "The lifecycle {Lifecycle} declares no event {Event}: what is raised under this name is journaled and does nothing. It declares "
            + "{Declared}. Mend the name in [Event(...)] or where it is raised, or declare it with On. Told once for each name"
    )]
    public static partial void Undeclared(ILogger logger, string lifecycle, string @event, string declared);
}
