using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Operations;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>What processing writes to the log: ids and outcomes, never data.</summary>
internal static partial class ProcessingLog
{
    public static void Recorded(ILogger logger, JourneyId journey, JournalEntry entry)
    {
        if (entry.Outcome is JournalEntryOutcome.Faulted or JournalEntryOutcome.Conflict)
        {
            Refused(logger, entry.Name, journey, entry.Outcome, entry.Reason.Code, entry.Sequence);
        }
        else if (logger.IsEnabled(LogLevel.Debug))
        {
            Decided(logger, entry.Name, journey, entry.Outcome, entry.Reason.Code, entry.Sequence);
        }
    }

    [LoggerMessage(1201, LogLevel.Error, "{Count} submission(s) could not be committed; each caller hears why")]
    public static partial void CommitFailed(ILogger logger, int count, Exception exception);

    [LoggerMessage(1202, LogLevel.Warning, "{Name} in {Journey}: {Outcome}, {Reason}; journal entry {Sequence} says more")]
    private static partial void Refused(
        ILogger logger,
        string name,
        JourneyId journey,
        JournalEntryOutcome outcome,
        string reason,
        long sequence
    );

    [LoggerMessage(1203, LogLevel.Debug, "{Name} in {Journey}: {Outcome}, {Reason}, journal entry {Sequence}")]
    private static partial void Decided(
        ILogger logger,
        string name,
        JourneyId journey,
        JournalEntryOutcome outcome,
        string reason,
        long sequence
    );

    [LoggerMessage(1204, LogLevel.Error, "A worker of the engine failed and goes on after a pause")]
    public static partial void WorkerFailed(ILogger logger, Exception exception);

    [LoggerMessage(
        1205,
        LogLevel.Warning,
        "{Scope}: {Outcome}, revision {Revision} of the switches; the record of operations says who and why"
    )]
    public static partial void Switched(ILogger logger, SwitchScope scope, string outcome, long revision);

    [LoggerMessage(
        1212,
        LogLevel.Error,
        "A report of {Journey} can't be stored, not even in the fewest words; its attempt counts as one that did not report"
    )]
    public static partial void ReportLost(ILogger logger, JourneyId? journey);

    [LoggerMessage(1213, LogLevel.Error, "The writer has stood still for {Span}, on {Work}; everything waits for it")]
    public static partial void WriterStands(ILogger logger, TimeSpan span, string work);

    [LoggerMessage(
        1214,
        LogLevel.Warning,
        "Deciding on {Journey} took {Span}, and everything waited; the condition that ran last is \"{Condition}\""
    )]
    public static partial void DecidedSlowly(ILogger logger, JourneyId journey, TimeSpan span, string condition);

    [LoggerMessage(
        1215,
        LogLevel.Warning,
        "The host stopped without waiting any longer for what was under way; attempts that have not reported count as unknown at the next "
            + "start"
    )]
    public static partial void StoppedEarly(ILogger logger);

    [LoggerMessage(1206, LogLevel.Information, "Lifecycle {Lifecycle}, version {Version}: {Outcome}")]
    public static partial void VersionKept(ILogger logger, string lifecycle, int version, string outcome);

    [LoggerMessage(1208, LogLevel.Information, "Overrides adopted: {Overrides}")]
    public static partial void OverridesAdopted(ILogger logger, string overrides);

    [LoggerMessage(1209, LogLevel.Error, "Overrides refused, and what was adopted before stays: {Faults}")]
    public static partial void OverridesRefused(ILogger logger, string faults);

    [LoggerMessage(
        1210,
        LogLevel.Warning,
        "Row {Number} of the intake can't be taken and is set aside until the next start; it says why itself"
    )]
    public static partial void SetAside(ILogger logger, long number);

    [LoggerMessage(
        1211,
        LogLevel.Warning,
        "{Count} fact(s) lie in the intake for lifecycle {Lifecycle}, which this host does not have; a host that has it will take them"
    )]
    public static partial void NobodyTakes(ILogger logger, long count, string lifecycle);

    [LoggerMessage(
        1207,
        LogLevel.Warning,
        "Lifecycle {Lifecycle} has changed under version {Version}; outside Development the start is refused. {Differences}"
    )]
    public static partial void VersionChanged(ILogger logger, string lifecycle, int version, string differences);

    [LoggerMessage(1216, LogLevel.Error, "At the start: {Words}")]
    public static partial void WentBack(ILogger logger, string words);

    [LoggerMessage(
        1241,
        LogLevel.Warning,
        "{Journey} has {Count} messages or promises waiting; what more it has to tell is left out, and its journal says so. A feed that "
            + "loops?"
    )]
    public static partial void LeavesOut(ILogger logger, JourneyId journey, int count);

    [LoggerMessage(1240, LogLevel.Warning, "{Warning}")]
    public static partial void Warned(ILogger logger, Fault warning);
}
