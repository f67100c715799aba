using System.Diagnostics;

namespace CustomerTouchpoints.PostgreSql.Tests.Servers;

/// <summary>Waits for what must come.</summary>
internal static class Patience
{
    public static async Task UntilAsync(Func<bool> there, Func<string> what, double seconds = 60)
    {
        long start = Stopwatch.GetTimestamp();
        while (!there())
        {
            Assert.That(Stopwatch.GetElapsedTime(start).TotalSeconds, Is.LessThan(seconds), () => $"Waited in vain for {what()}.");
            await Task.Delay(50);
        }
    }
}
