using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Decisions;

/// <summary>Everything a decision may know of one journey. Immutable: <see cref="Apply"/> gives the next one.</summary>
internal sealed record JourneySnapshot
{
    [JsonIgnore]
    public JourneyId Id { get; init; }

    [JsonIgnore]
    public int Version { get; init; }

    [JsonIgnore]
    public string? State { get; init; }

    [JsonIgnore]
    public Standing Standing { get; init; }

    /// <summary>The number of the last journal entry.</summary>
    [JsonIgnore]
    public long Sequence { get; init; }

    [JsonIgnore]
    public DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore]
    public JourneyData Data { get; init; } = JourneyData.Empty;

    /// <summary>The furthest step of the line that was reached, or -1.</summary>
    public int Mark { get; init; } = -1;

    /// <summary>How many touchpoints were ever planned: the next one's order.</summary>
    public long Planned { get; init; }

    public ImmutableArray<Party> Parties { get; init; } = [];

    public ImmutableArray<Visit> Visits { get; init; } = [];

    public ImmutableArray<JourneyTimer> Timers { get; init; } = [];

    public ImmutableArray<OpenTouchpoint> Touchpoints { get; init; } = [];

    public ImmutableArray<ParkedEvent> Parked { get; init; } = [];

    /// <summary>The last occasion on which each rule planned something: no occasion is told twice.</summary>
    public ImmutableArray<ToldOccasion> Told { get; init; } = [];

    /// <summary>A journey that nobody has heard of yet.</summary>
    public static JourneySnapshot Unheard(JourneyId id, int version, DateTimeOffset now) =>
        new() { Id = id, Version = version, CreatedAt = now };

    /// <summary>Whether it is in a solved or final state.</summary>
    [JsonIgnore]
    public bool IsSolved => Standing is Standing.Solved or Standing.Closed;

    /// <summary>Who plays a role, or null.</summary>
    public Party? PartyOf(string role) => Parties.FirstOrDefault(party => party.Role == role);

    /// <summary>The latest visit of a scope, or null when it was never entered.</summary>
    public Visit? VisitOf(string scope) => Visits.FirstOrDefault(visit => visit.Scope == scope);

    /// <summary>An open touchpoint, or null when it has ended.</summary>
    public OpenTouchpoint? Touchpoint(long order) => Touchpoints.FirstOrDefault(touchpoint => touchpoint.Order == order);

    /// <summary>The next snapshot.</summary>
    /// <param name="change">The change.</param>
    /// <param name="data">The data of the entry that the change belongs to.</param>
    public JourneySnapshot Apply(Change change, JsonElement? data) => change switch
    {
        Change.PartyIdentified identified => this with { Parties = Parties.Add(new Party(identified.Role, identified.Customer)) },
        Change.DataMerged merged => data is { } added ? this with { Data = Data.Merge(added, merged.OnlyMissing) } : this,
        Change.EventParked parked => this with { Parked = Parked.Add(new ParkedEvent(parked.EventId, parked.Name, parked.OccurredAt, data ?? IncomingEvent.EmptyObject)) },
        Change.EventUnparked unparked => this with { Parked = Parked.RemoveAll(parked => parked.Id == unparked.EventId) },
        Change.ScopeLeft left => this with
        {
            Visits = [.. Visits.Select(visit => visit.Scope == left.Scope ? visit with { Lasts = false } : visit)],
            Timers = Timers.RemoveAll(timer => timer.Scope == left.Scope),
        },
        Change.ScopeEntered entered => this with
        {
            Visits = Visits.RemoveAll(visit => visit.Scope == entered.Scope).Add(new Visit(entered.Scope, entered.Visit, entered.Since, true)),
        },
        Change.Arrived arrived => this with { State = arrived.State, Standing = arrived.Standing, Mark = arrived.Mark },
        Change.TimerSet set => this with { Timers = Timers.RemoveAll(timer => timer.Key == set.Timer.Key).Add(set.Timer) },
        Change.TimerCleared cleared => this with { Timers = Timers.RemoveAll(timer => timer.Key == cleared.Key) },
        Change.RuleDeclined => this,
        Change.TouchpointPlanned { Touchpoint: var planned } => this with
        {
            Touchpoints = Touchpoints.Add(planned.CarriesData ? planned with { Data = data } : planned),
            Planned = planned.Order,
            Told = Told.RemoveAll(told => told.Rule == planned.Rule).Add(new ToldOccasion(planned.Rule, planned.Occurrence)),
        },
        Change.TouchpointWaits waits => With(waits.Order, touchpoint => touchpoint.Apply(waits)),
        Change.AttemptBegun begun => With(begun.Order, touchpoint => touchpoint.Apply(begun)),
        Change.TouchpointEnded ended => this with { Touchpoints = Touchpoints.RemoveAll(touchpoint => touchpoint.Order == ended.Order) },
        Change.PartyTold told => this with
        {
            Parties = [.. Parties.Select(party => party.Role == told.Role ? party with { ToldAt = told.At } : party)],
        },
        _ => throw new NotSupportedException($"{change.GetType().Name} has no effect on a journey."),
    };

    /// <summary>The earliest instant at which something in it is due; null when nothing is.</summary>
    public DateTimeOffset? NextDue()
    {
        DateTimeOffset? earliest = null;
        foreach (JourneyTimer timer in Timers)
        {
            earliest = Earlier(earliest, timer.Due);
        }

        foreach (OpenTouchpoint touchpoint in Touchpoints)
        {
            earliest = Earlier(earliest, touchpoint.Status == TouchpointStatus.Sending ? touchpoint.LeaseUntil : Lanes.TurnOf(touchpoint, Touchpoints));
        }

        return earliest;
    }

    /// <summary>The latest term that has attempts under way in it; null when none are.</summary>
    public long? SendingTerm()
    {
        long? latest = null;
        foreach (OpenTouchpoint touchpoint in Touchpoints)
        {
            if (touchpoint.Status == TouchpointStatus.Sending && !(touchpoint.Term <= latest))
            {
                latest = touchpoint.Term;
            }
        }

        return latest;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private JourneySnapshot With(long order, Func<OpenTouchpoint, OpenTouchpoint> changed) =>
        this with { Touchpoints = [.. Touchpoints.Select(touchpoint => touchpoint.Order == order ? changed(touchpoint) : touchpoint)] };
}
