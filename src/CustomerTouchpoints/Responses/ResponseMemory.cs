using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Promises;

namespace CustomerTouchpoints.Responses;

/// <summary>What a journey remembers of its conversation and its clocks. A journey whose lifecycle has no targets has none.</summary>
internal sealed record ResponseMemory
{
    public static ResponseMemory Empty { get; } = new();

    [JsonPropertyName("conversation")]
    public Exchange Exchange { get; init; } = new();

    /// <summary>The clocks that run, stand still, or may go on after a reopening: at most one of each name.</summary>
    public ImmutableArray<JourneyClock> Clocks { get; init; } = [];

    /// <summary>How many cycles of each clock there have been.</summary>
    public ImmutableArray<ClockCount> Cycles { get; init; } = [];

    /// <summary>What the host's people are still to be told.</summary>
    public ImmutableArray<PendingEscalation> Escalations { get; init; } = [];

    /// <summary>How many escalations there have been.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Escalated { get; init; }

    /// <summary>The promises of which what was promised is still waited for.</summary>
    public ImmutableArray<JourneyPromise> Promises { get; init; } = [];

    /// <summary>How many promises there have been.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Promised { get; init; }

    public JourneyPromise? Promise(int number) => Promises.FirstOrDefault(promise => promise.Number == number);

    public PendingEscalation? Escalation(long number) => Escalations.FirstOrDefault(escalation => escalation.Number == number);

    public JourneyClock? Clock(string name)
    {
        foreach (JourneyClock clock in Clocks)
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

    /// <summary>The memory with a clock in place of what was known of it.</summary>
    public ResponseMemory With(JourneyClock clock)
    {
        ImmutableArray<JourneyClock> others = Clocks.RemoveAll(known => known.Clock == clock.Clock);
        return this with
        {
            Clocks = clock.Leaves ? others : others.Add(clock),
            Cycles =
                clock.Cycle > CyclesOf(clock.Clock)
                    ? Cycles.RemoveAll(count => count.Clock == clock.Clock).Add(new ClockCount(clock.Clock, clock.Cycle))
                    : Cycles,
        };
    }

    /// <summary>The memory with a promise in place of what was known of it.</summary>
    public ResponseMemory With(JourneyPromise promise)
    {
        ImmutableArray<JourneyPromise> others = Promises.RemoveAll(known => known.Number == promise.Number);
        return this with
        {
            Promises = promise.EndedAt is null ? others.Add(promise) : others,
            Promised = Math.Max(Promised, promise.Number),
        };
    }

    /// <summary>The first promise whose deadline has passed by an instant; null when none has.</summary>
    public JourneyPromise? FirstPromiseDue(DateTimeOffset until)
    {
        JourneyPromise? first = null;
        foreach (JourneyPromise promise in Promises)
        {
            first = promise.NextAt <= until && !(first?.By <= promise.By) ? promise : first;
        }

        return first;
    }

    /// <summary>The memory with an escalation in place of what was known of it.</summary>
    public ResponseMemory With(PendingEscalation escalation) =>
        this with
        {
            Escalations = Escalations.RemoveAll(known => known.Number == escalation.Number).Add(escalation),
            Escalated = Math.Max(Escalated, escalation.Number),
        };

    public ResponseMemory WithoutEscalation(long number) =>
        this with
        {
            Escalations = Escalations.RemoveAll(known => known.Number == number),
        };

    /// <summary>The first clock that is due by an instant; null when none is.</summary>
    public JourneyClock? FirstDue(DateTimeOffset until)
    {
        JourneyClock? first = null;
        foreach (JourneyClock clock in Clocks)
        {
            if (
                clock.NextAt <= until
                && (
                    first is null
                    || clock.NextAt < first.NextAt
                    || (clock.NextAt == first.NextAt && string.CompareOrdinal(clock.Clock, first.Clock) < 0)
                )
            )
            {
                first = clock;
            }
        }

        return first;
    }

    /// <summary>The earliest instant at which there is something to do.</summary>
    public DateTimeOffset? NextDue()
    {
        DateTimeOffset? next = null;
        foreach (JourneyClock clock in Clocks)
        {
            next = next is null || clock.NextAt < next ? clock.NextAt ?? next : next;
        }

        foreach (JourneyPromise promise in Promises)
        {
            next = next is null || promise.NextAt < next ? promise.NextAt ?? next : next;
        }

        foreach (PendingEscalation escalation in Escalations)
        {
            next = next is null || escalation.NextAt < next ? escalation.NextAt : next;
        }

        return next;
    }
}
