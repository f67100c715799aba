using System.Collections.Immutable;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Promises;

/// <summary>What a journey remembers of its promises.</summary>
internal sealed record PromiseMemory : JourneyMemory
{
    public static PromiseMemory Empty { get; } = new();

    /// <summary>
    /// The promises of which what was promised is still waited for, and those of the latest cycle of a clock that has ended: an answer that
    /// was given in time may be reported late.
    /// </summary>
    public ImmutableArray<JourneyPromise> All { get; init; } = [];

    /// <summary>How many promises there have been.</summary>
    public int Count { get; init; }

    public JourneyPromise? Find(int number) => All.FirstOrDefault(promise => promise.Number == number);

    /// <summary>With a promise in place of what was known of it.</summary>
    public PromiseMemory With(JourneyPromise promise)
    {
        ImmutableArray<JourneyPromise> others = All.Without(known => known.Number, promise.Number);
        return this with
        {
            All = promise.IsWaitedFor || promise.Cycle > 0 ? [.. others.Where(known => !IsOver(known, promise)), promise] : others,
            Count = Math.Max(Count, promise.Number),
        };
    }

    private static bool IsOver(JourneyPromise known, JourneyPromise promise) =>
        !known.IsWaitedFor && known.Name == promise.Name && known.Cycle < promise.Cycle;

    /// <summary>The first promise whose deadline has passed by an instant; null when none has.</summary>
    public JourneyPromise? FirstDue(DateTimeOffset until)
    {
        JourneyPromise? first = null;
        foreach (JourneyPromise promise in All)
        {
            first = promise.NextAt <= until && !(first?.By <= promise.By) ? promise : first;
        }

        return first;
    }

    public override DateTimeOffset? NextDue()
    {
        DateTimeOffset? next = null;
        foreach (JourneyPromise promise in All)
        {
            next = Earlier(next, promise.NextAt);
        }

        return next;
    }
}
