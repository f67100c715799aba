using System.Diagnostics;

namespace CustomerTouchpoints.PostgreSql.Tests.Servers;

/// <summary>Waits for what must come. The tests of SQLite wait with this file too.</summary>
internal static class Patience
{
    public static Task UntilAsync(Func<bool> there, Func<string> what, double seconds = 60) =>
        UntilAsync(() => Task.FromResult(there()), what, seconds);

    public static async Task UntilAsync(Func<Task<bool>> there, Func<string> what, double seconds = 60)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await there())
        {
            Assert.That(Stopwatch.GetElapsedTime(start).TotalSeconds, Is.LessThan(seconds), () => $"Waited in vain for {what()}.");
            await Task.Delay(50);
        }
    }
}
