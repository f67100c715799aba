using System.Collections.Concurrent;

namespace CustomerTouchpoints.Http.Wires;

/// <summary>
/// Endpoints that have failed several times in a row are left alone for a while, so that one that is dead does not keep the channel's slots
/// from those that live. What is remembered is this host's, and bounded.
/// </summary>
/// <param name="after">After how many failures; 0 for never.</param>
/// <param name="time">The time.</param>
/// <remarks>Thread-safe.</remarks>
internal sealed class EndpointPauses(int after, TimeProvider time)
{
    private const int Most = 10_000;
    private const int MostDoublings = 5;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, State> failing = new(StringComparer.Ordinal);

    /// <summary>How long an endpoint is still left alone; null when it is not.</summary>
    public TimeSpan? Left(Uri endpoint) =>
        failing.TryGetValue(endpoint.AbsoluteUri, out State state) && state.Until > Now ? state.Until - Now : null;

    /// <summary>An endpoint has failed: how long it is left alone now, and after how many failures; null when it is not.</summary>
    public (TimeSpan Pause, int Failures)? Failed(Uri endpoint)
    {
        if (after == 0)
        {
            return null;
        }

        if (failing.Count >= Most)
        {
            Forget();
        }

        TimeSpan now = Now;
        State state = failing.AddOrUpdate(
            endpoint.AbsoluteUri,
            _ => new State(1, now + PauseOf(1)),
            (_, known) =>
                known.Until > now && known.Failures >= after ? known : new State(known.Failures + 1, now + PauseOf(known.Failures + 1))
        );
        return state.Failures >= after ? (state.Until - now, state.Failures) : null;
    }

    /// <summary>An endpoint has answered: whether it had been left alone.</summary>
    public bool Answered(Uri endpoint) => failing.TryRemove(endpoint.AbsoluteUri, out State state) && after > 0 && state.Failures >= after;

    private TimeSpan Now => time.GetElapsedTime(0);

    private TimeSpan PauseOf(int failures) =>
        failures < after
            ? TimeSpan.Zero
            : TimeSpan.FromTicks(Math.Min(Shortest.Ticks << Math.Min(failures - after, MostDoublings), Longest.Ticks));

    /// <summary>Makes room: those whose pause is over longest.</summary>
    private void Forget()
    {
        foreach ((string endpoint, _) in failing.OrderBy(each => each.Value.Until).Take(Most / 10))
        {
            failing.TryRemove(endpoint, out _);
        }
    }

    private readonly record struct State(int Failures, TimeSpan Until);
}
