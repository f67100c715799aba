using System.Collections.Immutable;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>What a journey remembers of its response clocks.</summary>
internal sealed record ClockMemory : JourneyMemory
{
    public static ClockMemory Empty { get; } = new();

    /// <summary>The clocks that run, stand still, or may go on after a reopening: at most one of each name.</summary>
    public ImmutableArray<JourneyClock> All { get; init; } = [];

    /// <summary>How many cycles of each clock there have been.</summary>
    public ImmutableArray<ClockCount> Cycles { get; init; } = [];

    public JourneyClock? Find(string name)
    {
        foreach (JourneyClock clock in All)
        {
            if (clock.Clock == name)
            {
                return clock;
            }
        }

        return null;
    }

    public int CyclesOf(string clock)
    {
        foreach (ClockCount count in Cycles)
        {
            if (count.Clock == clock)
            {
                return count.Cycles;
            }
        }

        return 0;
    }

    /// <summary>With a clock in place of what was known of it.</summary>
    public ClockMemory With(JourneyClock clock)
    {
        ImmutableArray<JourneyClock> others = All.Without(known => known.Clock, clock.Clock);
        return this with
        {
            All = clock.Leaves ? others : others.Add(clock),
            Cycles =
                clock.Cycle > CyclesOf(clock.Clock)
                    ? Cycles.Without(count => count.Clock, clock.Clock).Add(new ClockCount(clock.Clock, clock.Cycle))
                    : Cycles,
        };
    }

    /// <summary>The first clock that is due by an instant; null when none is.</summary>
    public JourneyClock? FirstDue(DateTimeOffset until)
    {
        JourneyClock? first = null;
        foreach (JourneyClock clock in All)
        {
            if (clock.NextAt <= until && (first is null || IsBefore(clock, first)))
            {
                first = clock;
            }
        }

        return first;
    }

    public override DateTimeOffset? NextDue()
    {
        DateTimeOffset? next = null;
        foreach (JourneyClock clock in All)
        {
            next = Earlier(next, clock.NextAt);
        }

        return next;
    }

    private static bool IsBefore(JourneyClock one, JourneyClock other) =>
        one.NextAt < other.NextAt || (one.NextAt == other.NextAt && string.CompareOrdinal(one.Clock, other.Clock) < 0);
}
