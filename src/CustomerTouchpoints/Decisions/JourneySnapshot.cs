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

    /// <summary>What <see cref="Undecided"/> gives, as rows keep it: most journeys have nothing there, and write nothing.</summary>
    public ImmutableArray<OpenTouchpoint>? Pending { get; init; }

    /// <summary>Touchpoints that wait for a person, or for what their channel says of them. Nothing in the journey waits for them.</summary>
    [JsonIgnore]
    public ImmutableArray<OpenTouchpoint> Undecided => Pending ?? [];

    public ImmutableArray<ParkedEvent> Parked { get; init; } = [];

    /// <summary>The last occasion on which each rule planned something: no occasion is told twice.</summary>
    public ImmutableArray<ToldOccasion> Told { get; init; } = [];

    /// <summary>Its conversation and its clocks; null where the lifecycle has no targets.</summary>
    public ResponseMemory? Responses { get; init; }

    /// <summary>A journey that nobody has heard of yet.</summary>
    public static JourneySnapshot Unheard(JourneyId id, int version, DateTimeOffset now) =>
        new() { Id = id, Version = version, CreatedAt = now };

    /// <summary>Whether it is in a solved or final state.</summary>
    [JsonIgnore]
    public bool IsSolved => Standing is Standing.Solved or Standing.Closed;

    /// <summary>Who plays a role, or null.</summary>
    public Party? PartyOf(string role)
    {
        foreach (Party party in Parties)
        {
            if (party.Role == role)
            {
                return party;
            }
        }

        return null;
    }

    /// <summary>The latest visit of a scope, or null when it was never entered.</summary>
    public Visit? VisitOf(string scope)
    {
        foreach (Visit visit in Visits)
        {
            if (visit.Scope == scope)
            {
                return visit;
            }
        }

        return null;
    }

    /// <summary>An open touchpoint, or null when it has ended or was left undecided.</summary>
    public OpenTouchpoint? Touchpoint(long order) => In(Touchpoints, order);

    /// <summary>The touchpoints that have not ended: the open ones, and those that were left undecided.</summary>
    public IEnumerable<OpenTouchpoint> Unfinished() => Pending is { } pending ? Touchpoints.Concat(pending) : Touchpoints;

    /// <summary>A touchpoint that is open or was left undecided, or null when it has ended.</summary>
    public OpenTouchpoint? Unfinished(long order) => In(Touchpoints, order) ?? In(Undecided, order);

    /// <summary>The next snapshot.</summary>
    /// <param name="change">The change.</param>
    /// <param name="data">The data of the entry that the change belongs to.</param>
    public JourneySnapshot Apply(Change change, JsonElement? data) => change switch
    {
        Change.PartyIdentified identified => this with { Parties = Parties.Add(new Party(identified.Role, identified.Customer)) },
        Change.DataMerged merged => data is { } added ? this with { Data = Data.Merge(added, merged.OnlyMissing) } : this,
        Change.EventParked parked => this with { Parked = Parked.Add(new ParkedEvent(parked.EventId, parked.Name, parked.OccurredAt, data ?? IncomingEvent.EmptyObject)) },
        Change.EventUnparked unparked => Unpark(unparked.EventId),
        Change.ScopeLeft left => Leave(left.Scope),
        Change.ScopeEntered entered => Enter(new Visit(entered.Scope, entered.Visit, entered.Since, true)),
        Change.Arrived arrived => this with { State = arrived.State, Standing = arrived.Standing, Mark = arrived.Mark },
        Change.TimerSet set => this with { Timers = Without(set.Timer.Key).Add(set.Timer) },
        Change.TimerCleared cleared => this with { Timers = Without(cleared.Key) },
        Change.RuleDeclined => this,
        Change.TouchpointPlanned { Touchpoint: var planned } => Plan(planned.CarriesData ? planned with { Data = data } : planned),
        Change.TouchpointWaits waits => Reopened(waits.Order).With(Unfinished(waits.Order)?.Apply(waits)),
        Change.AttemptBegun begun => With(Touchpoint(begun.Order)?.Apply(begun)),
        Change.TouchpointUndecided undecided => Put(Unfinished(undecided.Order)?.Apply(undecided)),
        Change.TouchpointEnded ended => Touchpoint(ended.Order) is { } open ? this with { Touchpoints = Touchpoints.Remove(open) } : Taken(ended.Order),
        Change.PartyTold told => PartyOf(told.Role) is { } party ? this with { Parties = Parties.Replace(party, party with { ToldAt = told.At }) } : this,
        Change.VersionRaised raised => VersionNames.Replace(this, raised),
        Change.ConversationMoved moved => this with { Responses = (Responses ?? ResponseMemory.Empty) with { Conversation = moved.Conversation } },
        Change.ClockMoved moved => this with { Responses = (Responses ?? ResponseMemory.Empty).With(moved.Clock) },
        Change.PromiseMoved moved => this with { Responses = (Responses ?? ResponseMemory.Empty).With(moved.Promise) },
        Change.EscalationSet set => this with { Responses = (Responses ?? ResponseMemory.Empty).With(set.Escalation) },
        Change.EscalationEnded ended => this with { Responses = Responses?.WithoutEscalation(ended.Number) },
        _ => throw new NotSupportedException($"{change.GetType().Name} has no effect on a journey."),
    };

    /// <summary>The earliest instant at which something in it is due; null when nothing is.</summary>
    public DateTimeOffset? NextDue()
    {
        DateTimeOffset? earliest = Responses?.NextDue();
        foreach (JourneyTimer timer in Timers)
        {
            earliest = Earlier(earliest, timer.Due);
        }

        foreach (OpenTouchpoint touchpoint in Touchpoints)
        {
            earliest = Earlier(earliest, touchpoint.Status == TouchpointStatus.Sending ? touchpoint.LeaseUntil : Lanes.TurnOf(touchpoint, Touchpoints));
        }

        foreach (OpenTouchpoint touchpoint in Undecided)
        {
            earliest = Earlier(earliest, touchpoint.AskAt);
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

    /// <summary>The earliest revision of the switches behind which something in it is held; null when nothing is.</summary>
    public long? HeldAtRevision()
    {
        long? earliest = null;
        foreach (OpenTouchpoint touchpoint in Touchpoints)
        {
            if (touchpoint.HeldAtRevision is { } revision && !(earliest <= revision))
            {
                earliest = revision;
            }
        }

        return earliest;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private JourneySnapshot With(OpenTouchpoint? changed) =>
        changed is not null && Touchpoint(changed.Order) is { } before ? this with { Touchpoints = Touchpoints.Replace(before, changed) } : this;

    private static OpenTouchpoint? In(ImmutableArray<OpenTouchpoint> touchpoints, long order)
    {
        foreach (OpenTouchpoint touchpoint in touchpoints)
        {
            if (touchpoint.Order == order)
            {
                return touchpoint;
            }
        }

        return null;
    }

    private JourneySnapshot Put(OpenTouchpoint? undecided) => undecided is null ? this : this with
    {
        Touchpoints = Touchpoints.RemoveAll(open => open.Order == undecided.Order),
        Pending = Undecided.RemoveAll(other => other.Order == undecided.Order).Add(undecided),
    };

    private JourneySnapshot Taken(long order)
    {
        ImmutableArray<OpenTouchpoint> left = Undecided.RemoveAll(undecided => undecided.Order == order);
        return this with { Pending = left.IsEmpty ? null : left };
    }

    /// <summary>With a touchpoint that was left undecided among the open ones again, at its place in their order.</summary>
    private JourneySnapshot Reopened(long order) => In(Undecided, order) is { } undecided
        ? Taken(order) with { Touchpoints = Touchpoints.Insert(Touchpoints.Count(open => open.Order < order), undecided) }
        : this;

    private JourneySnapshot Plan(OpenTouchpoint planned) => this with
    {
        Touchpoints = Touchpoints.Add(planned),
        Planned = planned.Order,
        Told = Told.RemoveAll(told => told.Rule == planned.Rule).Add(new ToldOccasion(planned.Rule, planned.Occurrence)),
    };

    private JourneySnapshot Unpark(string eventId) => this with { Parked = Parked.RemoveAll(parked => parked.Id == eventId) };

    private JourneySnapshot Leave(string scope) => this with
    {
        Visits = VisitOf(scope) is { } visit ? Visits.Replace(visit, visit with { Lasts = false }) : Visits,
        Timers = Timers.RemoveAll(timer => timer.Scope == scope),
    };

    private JourneySnapshot Enter(Visit visit) => this with { Visits = Visits.RemoveAll(earlier => earlier.Scope == visit.Scope).Add(visit) };

    private ImmutableArray<JourneyTimer> Without(string key) => Timers.RemoveAll(timer => timer.Key == key);
}
