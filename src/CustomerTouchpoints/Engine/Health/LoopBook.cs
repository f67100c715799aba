using System.Collections.Concurrent;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>How often each loop of the engine has failed in a row. Thread-safe.</summary>
internal sealed class LoopBook
{
    private readonly ConcurrentDictionary<string, (int Count, string Exception)> failing = new();

    /// <summary>Those that failed when they last turned, how often in a row, and how.</summary>
    public IEnumerable<(string Loop, int Count, string Exception)> Failing =>
        failing.Select(loop => (loop.Key, loop.Value.Count, loop.Value.Exception));

    /// <summary>A turn of a loop went through.</summary>
    public void Went(string loop)
    {
        if (!failing.IsEmpty)
        {
            failing.TryRemove(loop, out _);
        }
    }

    /// <summary>A turn of a loop failed.</summary>
    public void Failed(string loop, string exception) =>
        failing.AddOrUpdate(loop, (1, exception), (_, before) => (before.Count + 1, exception));
}
