using System.Diagnostics;
using System.Globalization;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints;

/// <summary>
/// Kills the process of a test build, as <c>kill -9</c> does, where the environment says: <c>CUSTOMERTOUCHPOINTS_CRASH_AT=AfterSend</c>, or
/// <c>AfterSend:3</c> for the third time that it comes by. A host may set it in its own environment while it runs: it counts from then on.
/// </summary>
internal static class Crash
{
    private const string Variable = "CUSTOMERTOUCHPOINTS_CRASH_AT";

    private static int passed;

    public static void At(CrashPoint point)
    {
        if (
            Read(Environment.GetEnvironmentVariable(Variable)) is var (fatal, time)
            && fatal == point
            && Interlocked.Increment(ref passed) == time
        )
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
    }

    /// <summary>A commit comes by: one place for each, and one more for those that store what attempts have reported.</summary>
    public static void AtCommit(BatchWrites writes, CrashPoint point, CrashPoint ofReports)
    {
        At(point);
        if (writes.Journal.Any(entry => entry.Kind == RowWords.Of(JournalEntryKind.Outcome)))
        {
            At(ofReports);
        }
    }

    private static (CrashPoint Point, int Time)? Read(string? place)
    {
        string[] parts = place?.Split(':') ?? [];
        return parts.Length == 0
            ? null
            : (Enum.Parse<CrashPoint>(parts[0]), parts.Length == 1 ? 1 : int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
