using System.Text.Json;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Delivery.Receipts;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Digests;

namespace CustomerTouchpoints.Storage;

/// <summary>An open touchpoint as rows keep it: flat, and without what it does not have.</summary>
internal sealed record TouchpointText
{
    public required long Order { get; init; }

    public required string Rule { get; init; }

    public required string Template { get; init; }

    public required Category Category { get; init; }

    public required string Occurrence { get; init; }

    public required string Role { get; init; }

    public CustomerId? Customer { get; init; }

    public required Channel Route { get; init; }

    public required Channel Channel { get; init; }

    public required TouchpointStatus Status { get; init; }

    public Reason Reason { get; init; } = Reason.Stored("");

    public required long PlannedBy { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    public required DateTimeOffset Due { get; init; }

    public DateTimeOffset? NextAt { get; init; }

    public string? Scope { get; init; }

    public int Visit { get; init; }

    public int? Step { get; init; }

    public DateTimeOffset? WaitingSince { get; init; }

    public long? HeldAtRevision { get; init; }

    public int Attempts { get; init; }

    public int Failures { get; init; }

    public int Doubts { get; init; }

    public DateTimeOffset? AskAt { get; init; }

    public int Asked { get; init; }

    public long Term { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    public bool CarriesData { get; init; }

    public JsonElement? Data { get; init; }

    public IReadOnlyList<ToldDeadline>? Deadlines { get; init; }

    public CapPlace? Place { get; init; }

    public string? Provider { get; init; }

    public IReadOnlyList<string>? Tried { get; init; }

    public Standby? Standby { get; init; }

    public string? AddedValue { get; init; }

    public SameFact? SameFact { get; init; }

    public DigestPlace? InDigest { get; init; }

    public DigestContents? Contents { get; init; }

    /// <summary>A bit for each kind of receipt.</summary>
    public int Received { get; init; }

    public OpenTouchpoint ToOpen() =>
        new()
        {
            Order = Order,
            Rule = Rule,
            Template = Template,
            Category = Category,
            Occurrence = Occurrence,
            Role = Role,
            Customer = Customer,
            Route = Route,
            Channel = Channel,
            Status = Status,
            Reason = Reason,
            PlannedBy = PlannedBy,
            PlannedAt = PlannedAt,
            Due = Due,
            NextAt = NextAt,
            Scope = Scope,
            Visit = Visit,
            Step = Step,
            Attempts = Attempts,
            Failures = Failures,
            Doubts = Doubts,
            CarriesData = CarriesData,
            Data = Data,
            Deadlines = Deadlines,
            Place = Place,
            Standby = Standby,
            AddedValue = AddedValue,
            SameFact = SameFact,
            Provider = Provider,
            Tried = Tried,
            InDigest = InDigest,
            Contents = Contents,
            Received = new ReceiptSet(Received),
            Waiting = WaitingSince is { } since ? new TouchpointWait(since, HeldAtRevision) : null,
            Sending = LeaseUntil is { } lease ? new SendingAttempt(Term, lease) : null,
            Lookup = AskAt is { } at ? new PendingLookup(at, Asked) : null,
        };
}
