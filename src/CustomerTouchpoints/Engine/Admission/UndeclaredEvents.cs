using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Lifecycles.Registry;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>
/// Events that their lifecycle does not declare: they are journaled and lead nowhere, and are most often misspelt. Each name is told once,
/// each event is counted. Thread-safe.
/// </summary>
internal sealed class UndeclaredEvents(LifecycleRegistry lifecycles, ILogger<UndeclaredEvents> logger)
{
    private const int MostNamed = 20;

    private readonly ToldOnce<(string Lifecycle, string Event)> told = new();

    public void Note(IncomingEvent fact)
    {
        string lifecycle = fact.Journey.Lifecycle;
        if (lifecycles.Declares(lifecycle, fact.Name))
        {
            return;
        }

        Telemetry.Undeclared(lifecycle);
        if (told.IsDue((lifecycle, fact.Name)))
        {
            AdmissionLog.Undeclared(logger, lifecycle, fact.Name, string.Join(", ", Nearest(lifecycle, fact.Name)));
        }
    }

    /// <summary>The declared names, the most alike first.</summary>
    private IEnumerable<string> Nearest(string lifecycle, string name) =>
        lifecycles
            .EventsOf(lifecycle)
            .OrderBy(declared => Distance(declared, name))
            .ThenBy(declared => declared, StringComparer.Ordinal)
            .Take(MostNamed);

    /// <summary>How many letters must be put in, left out or replaced to make one name of the other.</summary>
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int above = row[j];
                int replaced = diagonal + (char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[^1];
    }
}
