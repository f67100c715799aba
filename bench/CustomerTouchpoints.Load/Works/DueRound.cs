using System.Diagnostics;
using CustomerTouchpoints.Load.Contenders;

namespace CustomerTouchpoints.Load.Works;

/// <summary>Many timers for one instant, until each has durably fired.</summary>
internal static class DueRound
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static async Task<Round> RunAsync(IDueContender contender, int timers)
    {
        DateTimeOffset due = await contender.SetAsync(timers);
        while (DateTimeOffset.UtcNow < due)
        {
            await Task.Delay(1);
        }

        var used = new Used();
        long started = Stopwatch.GetTimestamp();
        while (contender.Fired.Count < timers)
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"Of {timers} timers only {contender.Fired.Count} fired within {Patience}.");
            }

            await Task.Delay(1);
        }

        TimeSpan processor = used.ProcessorPer(timers);
        long allocated = used.AllocatedPer(timers);
        await contender.DisposeAsync();
        TimeSpan[] late = [.. contender.Fired.All().Select(fired => fired - due)];
        return new Round(late.Length / late.Max().TotalSeconds, processor, allocated, late, await contender.CountAsync());
    }
}
