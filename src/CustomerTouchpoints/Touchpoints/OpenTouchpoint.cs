using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses.Promises;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A touchpoint between its plan and its outcome, as its journey remembers it.</summary>
internal sealed record OpenTouchpoint
{
    /// <summary>
    /// Its place among the journey's touchpoints: the order they were planned in, and the short name that the journal uses.
    /// </summary>
    public required long Order { get; init; }

    public required string Rule { get; init; }

    public required string Template { get; init; }

    public required Category Category { get; init; }

    public required string Occurrence { get; init; }

    public required string Role { get; init; }

    public CustomerId? Customer { get; init; }

    /// <summary>The first channel of its route: part of what it is.</summary>
    public required Channel Route { get; init; }

    /// <summary>The channel the gate chose, or the first of the route until then.</summary>
    public required Channel Channel { get; init; }

    public required TouchpointStatus Status { get; init; }

    public string Reason { get; init; } = "";

    public required long PlannedBy { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it was to be told: staleness counts from here.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When to look at it next; null while nobody plays its role, or while it is being sent.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>The state whose visit it depends on, for a message that tells a condition.</summary>
    public string? Scope { get; init; }

    /// <summary>The number of that visit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Visit { get; init; }

    /// <summary>Its step on the line, for a fact of the line: a newer one can overtake it.</summary>
    public int? Step { get; init; }

    /// <summary>Since when it has had to wait: held at the gate, or between tries.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The revision of the switches at which it was held behind one; null when it is not.</summary>
    public long? HeldAtRevision { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Attempts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Failures { get; init; }

    /// <summary>How many attempts may have arrived without anybody knowing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Doubts { get; init; }

    /// <summary>When its channel is asked next what became of it; null when it is not being asked.</summary>
    public DateTimeOffset? AskAt { get; init; }

    /// <summary>How often its channel was asked since its last attempt.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Asked { get; init; }

    /// <summary>Whether an earlier attempt may have arrived.</summary>
    [JsonIgnore]
    public bool MayBeRepeat => Doubts > 0;

    /// <summary>The term that sends it, while it is being sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Term { get; init; }

    /// <summary>Until when the attempt under way may be trusted to report.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Whether it carries the data of the event whose rule planned it; rules on states read the journey's data.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CarriesData { get; init; }

    /// <summary>That data, kept with the journey and beside the journal, so that it can be erased.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>The deadlines that its message tells, as they were fixed at its gate; null when it tells none.</summary>
    public IReadOnlyList<ToldDeadline>? Deadlines { get; init; }

    [JsonIgnore]
    public bool IsWaiting => Status is TouchpointStatus.Planned or TouchpointStatus.Held or TouchpointStatus.Unknown;

    /// <summary>Whether it is held behind a switch, and the switches have changed since.</summary>
    public bool IsHeldBefore(long revision) => HeldAtRevision < revision;

    /// <summary>How it ends when it ends unsent: one whose attempt may have arrived stays unknown.</summary>
    public TouchpointStatus Unsent(TouchpointStatus status) => MayBeRepeat ? TouchpointStatus.Unknown : status;

    /// <summary>The change that lets it wait until an instant; it remembers since when it has had to.</summary>
    public Change.TouchpointWaits Wait(TouchpointStatus status, string reason, DateTimeOffset? until, DateTimeOffset now) =>
        new(Order, status, reason, until, WaitingSince ?? now, Customer, Failures, Doubts);

    /// <summary>The change that leaves it undecided: for a person, or for what its channel says.</summary>
    public Change.TouchpointUndecided Undecided(TouchpointStatus status, string reason) => new(Order, status, reason, Doubts);

    public OpenTouchpoint Apply(Change.TouchpointWaits waits) =>
        this with
        {
            Status = waits.Status,
            Reason = waits.Reason,
            NextAt = waits.NextAt,
            WaitingSince = waits.WaitingSince,
            Customer = waits.Customer,
            Failures = waits.Failures,
            Doubts = waits.Doubts,
            HeldAtRevision = waits.HeldAtRevision,
            LeaseUntil = null,
            Term = 0,
            AskAt = null,
            Asked = 0,
        };

    public OpenTouchpoint Apply(Change.TouchpointUndecided undecided) =>
        this with
        {
            Status = undecided.Status,
            Reason = undecided.Reason,
            Doubts = undecided.Doubts,
            AskAt = undecided.AskAt,
            Asked = undecided.Asked,
            NextAt = null,
            LeaseUntil = null,
            Term = 0,
        };

    public OpenTouchpoint Apply(Change.AttemptBegun begun) =>
        this with
        {
            Status = TouchpointStatus.Sending,
            Reason = $"attempt {begun.Attempt}",
            Attempts = begun.Attempt,
            Channel = begun.Channel,
            Term = begun.Term,
            LeaseUntil = begun.LeaseUntil,
            Deadlines = begun.Deadlines,
            NextAt = null,
        };

    public OpenTouchpoint Apply(Change.TouchpointEnded ended) =>
        this with
        {
            Status = ended.Status,
            Reason = ended.Reason,
            NextAt = null,
            AskAt = null,
            LeaseUntil = null,
            Term = 0,
        };

    public TouchpointId IdIn(JourneyId journey) => new(journey, Rule, Occurrence, Role, Route);
}
