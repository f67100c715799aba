using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys;

/// <summary>
/// Everything a decision may know of one journey. Nobody changes what others may hold: <see cref="Apply"/> gives the next one, and
/// <see cref="JourneyFold"/> is for a copy of one's own.
/// </summary>
internal sealed record JourneySnapshot
{
    [JsonIgnore]
    public JourneyId Id { get; init; }

    [JsonIgnore]
    public int Version { get; set; }

    [JsonIgnore]
    public string? State { get; set; }

    [JsonIgnore]
    public Standing Standing { get; set; }

    /// <summary>The number of the last journal entry.</summary>
    [JsonIgnore]
    public long Sequence { get; set; }

    [JsonIgnore]
    public DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore]
    public JourneyData Data { get; set; } = JourneyData.Empty;

    /// <summary>The furthest step of the line that was reached, or -1.</summary>
    public int Mark { get; set; } = -1;

    /// <summary>How many touchpoints were ever planned: the next one's order.</summary>
    public long Planned { get; set; }

    public ImmutableArray<Party> Parties { get; set; } = [];

    public ImmutableArray<Visit> Visits { get; set; } = [];

    public ImmutableArray<JourneyTimer> Timers { get; set; } = [];

    public ImmutableArray<OpenTouchpoint> Touchpoints { get; set; } = [];

    /// <summary>What <see cref="Undecided"/> gives, as rows keep it: most journeys have nothing there, and write nothing.</summary>
    public ImmutableArray<OpenTouchpoint>? Pending { get; set; }

    /// <summary>
    /// Touchpoints that wait for a person, or for what their channel says of them. Nothing in the journey waits for them.
    /// </summary>
    [JsonIgnore]
    public ImmutableArray<OpenTouchpoint> Undecided => Pending ?? [];

    public ImmutableArray<ParkedEvent> Parked { get; set; } = [];

    /// <summary>The last occasion on which each rule planned something: no occasion is told twice.</summary>
    public ImmutableArray<ToldOccasion> Told { get; set; } = [];

    /// <summary>Its conversation and its clocks; null where the lifecycle has no targets.</summary>
    public ResponseMemory? Responses { get; set; }

    /// <summary>A journey that nobody has heard of yet.</summary>
    public static JourneySnapshot Unheard(JourneyId id, int version, DateTimeOffset now) =>
        new()
        {
            Id = id,
            Version = version,
            CreatedAt = now,
        };

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
    public ImmutableArray<OpenTouchpoint> Unfinished() => Pending is { } pending ? Touchpoints.AddRange(pending) : Touchpoints;

    /// <summary>A touchpoint that is open or was left undecided, or null when it has ended.</summary>
    public OpenTouchpoint? Unfinished(long order) => In(Touchpoints, order) ?? In(Undecided, order);

    /// <summary>The next snapshot.</summary>
    /// <param name="change">The change.</param>
    /// <param name="data">The data of the entry that the change belongs to.</param>
    public JourneySnapshot Apply(Change change, JsonElement? data)
    {
        JourneySnapshot next = Copy();
        JourneyFold.Add(next, change, data);
        return next;
    }

    /// <summary>A copy, for who will change it.</summary>
    public JourneySnapshot Copy() => this with { };

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
            earliest = Earlier(
                earliest,
                touchpoint.Status == TouchpointStatus.Sending ? touchpoint.LeaseUntil : Lanes.TurnOf(touchpoint, Touchpoints)
            );
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
}
