using System.Diagnostics;
using System.Runtime;

namespace CustomerTouchpoints.Load;

/// <summary>
/// Lets the runtime compile, and compile again, what is used most, until it hardly does so any more: a host runs for months, a round for
/// seconds.
/// </summary>
internal static class WarmingUp
{
    /// <summary>The part of the time at which the compiler may still be at work.</summary>
    private const double Settled = 0.05;

    /// <param name="turn">What is used; at least once, and again until it hardly needs to be compiled.</param>
    /// <param name="atMost">After this long no further turn begins.</param>
    public static async Task RunAsync(Func<Task> turn, TimeSpan atMost)
    {
        long started = Stopwatch.GetTimestamp();
        TimeSpan compiling;
        long began;
        do
        {
            began = Stopwatch.GetTimestamp();
            TimeSpan before = JitInfo.GetCompilationTime();
            await turn();
            compiling = JitInfo.GetCompilationTime() - before;
        } while (compiling > Stopwatch.GetElapsedTime(began) * Settled && Stopwatch.GetElapsedTime(started) < atMost);
    }
}
