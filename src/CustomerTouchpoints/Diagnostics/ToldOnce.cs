using System.Collections.Concurrent;

namespace CustomerTouchpoints.Diagnostics;

/// <summary>What the log tells once of each value, and of so many values at most: whoever makes up values fills no log.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ToldOnce<TValue>
    where TValue : notnull
{
    private const int Most = 200;

    private readonly ConcurrentDictionary<TValue, bool> told = new();

    /// <summary>Whether it is to be told of this value now. From then on it counts as told.</summary>
    public bool IsDue(TValue value) => !told.ContainsKey(value) && told.Count < Most && told.TryAdd(value, true);
}
