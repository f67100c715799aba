using System.Text.Json;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Delivery.Receipts;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints.Digests;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A touchpoint between its plan and its outcome, as its journey remembers it.</summary>
internal sealed record OpenTouchpoint : JourneyPart
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

    public required Reason Reason { get; init; }

    public required long PlannedBy { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it was to be told: staleness counts from here.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When to look at it next; null while nobody plays its role, or while it is being sent.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>The state whose visit it depends on, for a message that tells a condition.</summary>
    public string? Scope { get; init; }

    /// <summary>The number of that visit.</summary>
    public int Visit { get; init; }

    /// <summary>Its step on the line, for a fact of the line: a newer one can overtake it.</summary>
    public int? Step { get; init; }

    /// <summary>How many attempts were begun.</summary>
    public int Attempts { get; init; }

    public int Failures { get; init; }

    /// <summary>How many attempts may have arrived without anybody knowing.</summary>
    public int Doubts { get; init; }

    /// <summary>Whether it carries the data of the event whose rule planned it; rules on states read the journey's data.</summary>
    public bool CarriesData { get; init; }

    /// <summary>That data, kept with the journey and beside the journal, so that it can be erased.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>The deadlines that its message tells, as they were fixed at its gate; null when it tells none.</summary>
    public IReadOnlyList<ToldDeadline>? Deadlines { get; init; }

    /// <summary>That it has had to wait; null when it has not.</summary>
    public TouchpointWait? Waiting { get; init; }

    /// <summary>The attempt under way; null when none is.</summary>
    public SendingAttempt? Sending { get; init; }

    /// <summary>That its channel is being asked what became of it; null when it is not.</summary>
    public PendingLookup? Lookup { get; init; }

    /// <summary>Its place under its customer's caps; null when it waits for no room, and takes none.</summary>
    public CapPlace? Place { get; init; }

    /// <summary>The provider that got its last attempt; null where its channel has one sender.</summary>
    public string? Provider { get; init; }

    /// <summary>The providers that have surely not accepted it, since it last had to wait for a retry; null for none.</summary>
    public IReadOnlyList<string>? Tried { get; init; }

    /// <summary>The channel of its last attempt, and its provider: <c>sms/nimbus</c>.</summary>
    public string ChannelAndProvider => Provider is { } provider ? $"{Channel.Name}/{provider}" : Channel.Name;

    /// <summary>That it is a fallback of another one; null when it is not.</summary>
    public Standby? Standby { get; init; }

    /// <summary>The added value that went with its last attempt; null for none.</summary>
    public string? AddedValue { get; init; }

    /// <summary>That messages of other rules tell the same fact; null where none does.</summary>
    public SameFact? SameFact { get; init; }

    /// <summary>The digest in which it is to leave; null for none.</summary>
    public DigestPlace? InDigest { get; init; }

    /// <summary>What it tells of others, where it is a digest; null where it is none.</summary>
    public DigestContents? Contents { get; init; }

    /// <summary>What its provider calls the message, once it has accepted it; nothing that is open has one.</summary>
    public string? Reference { get; init; }

    /// <summary>What its provider has reported of it before it ended.</summary>
    public ReceiptSet Received { get; init; }

    /// <summary>When the window closes of the digest in which it waits; null when it waits in none.</summary>
    public DateTimeOffset? SeatedUntil => InDigest is { IsSeated: true } place ? place.ClosesAt : null;

    /// <summary>From when on it gets stale: what waits in a digest was never to leave earlier.</summary>
    public DateTimeOffset FreshFrom => InDigest?.ClosesAt > Due ? InDigest.ClosesAt.Value : Due;

    /// <summary>Whether an earlier attempt may have arrived.</summary>
    public bool MayBeRepeat => Doubts > 0;

    /// <summary>
    /// Whether its customer may have been told already, by an earlier attempt or by the message of which it is the fallback.
    /// </summary>
    public bool MayBeTold => MayBeRepeat || Standby is { HasLeft: true };

    /// <summary>Whether what it tells has reached its customer, or may have, by itself or with another one.</summary>
    public bool HasTold =>
        MayBeRepeat || Status is TouchpointStatus.Sent or TouchpointStatus.Delivered or TouchpointStatus.Unknown or TouchpointStatus.Merged;

    public bool IsWaiting => Status is TouchpointStatus.Planned or TouchpointStatus.Held or TouchpointStatus.Unknown;

    /// <summary>
    /// Whether, once it is left undecided, nothing but a person or the end of the matter ends it: no lookup, and no state that it depends
    /// on. It then lies in a row of its own.
    /// </summary>
    public bool IsShelved => Lookup is null && Scope is null;

    public override (string Name, long Number) PlaceInJourney() => ("", Order);

    /// <summary>Whether it is held behind a switch, and the switches have changed since.</summary>
    public bool IsHeldBefore(long revision) => Waiting?.Revision < revision;

    /// <summary>How it ends when it ends unsent: one whose attempt may have arrived stays unknown.</summary>
    public TouchpointStatus Unsent(TouchpointStatus status) => MayBeRepeat ? TouchpointStatus.Unknown : status;

    /// <summary>The change that lets it wait until an instant; it remembers since when it has had to.</summary>
    public TouchpointWaits Wait(TouchpointStatus status, Reason reason, DateTimeOffset? until, DateTimeOffset now) =>
        new(Order, status, reason, until, Waiting?.Since ?? now, Customer, Failures, Doubts);

    /// <summary>The change that leaves it undecided: for a person, or for what its channel says.</summary>
    public TouchpointUndecided LeftUndecided(TouchpointStatus status, Reason reason) => new(Order, status, reason, Doubts);

    /// <summary>The same under the names of another version.</summary>
    public OpenTouchpoint Under(VersionNames names) =>
        this with
        {
            Template = Contents is null ? names.TemplateOf(Rule, Template) : Template,
            Scope = Scope is { } scope ? names.OfScope(scope) : null,
            Visit = names.OfVisit(Scope, Visit),
            Step = Step is { } step ? names.OfStep(step) : null,
        };

    /// <summary>What it is called: a digest belongs to its customer, and says where it is carried.</summary>
    public TouchpointId IdIn(JourneyId journey) =>
        Contents is { } contents
            ? TouchpointId.OfDigest(contents.Owner, contents.Digest, journey, Order, Route)
            : new TouchpointId(journey, Rule, Occurrence, Role, Route);

    /// <summary>Without its seat in a digest: it leaves by itself from now on.</summary>
    public OpenTouchpoint Unseated() =>
        InDigest is { IsSeated: true } place ? this with { InDigest = place with { IsSeated = false } } : this;
}
