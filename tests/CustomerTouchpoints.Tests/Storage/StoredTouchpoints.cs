using System.Text.Json;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Delivery.Receipts;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Digests;

namespace CustomerTouchpoints.Tests.Storage;

/// <summary>Touchpoints with as little as there can be of one, and with all of it.</summary>
internal static class StoredTouchpoints
{
    public static readonly DateTimeOffset At = new(2026, 11, 24, 9, 30, 0, 123, 456, TimeSpan.Zero);

    public static readonly CapPlace Room = new(Channel.Sms, IsTaken: true, 7, At, At.AddDays(1));

    public static readonly OpenTouchpoint Sparse = new()
    {
        Order = 1,
        Rule = "order-recorded",
        Template = "order-recorded",
        Category = Category.Transactional,
        Occurrence = "1",
        Role = "buyer",
        Route = Channel.Email,
        Channel = Channel.Sms,
        Status = TouchpointStatus.Planned,
        Reason = PlanReasons.RuleOff,
        PlannedBy = 2,
        PlannedAt = At,
        Due = At.AddDays(1),
    };

    public static readonly OpenTouchpoint Full = Sparse with
    {
        Customer = "ana<é>&\"",
        Reason = PlanReasons.Planned.With("\"order.placed\" → 日本 \u0001 + <b>"),
        Status = TouchpointStatus.Sending,
        NextAt = At.AddMinutes(1),
        Scope = "recorded",
        Visit = 3,
        Step = 0,
        Waiting = new TouchpointWait(At.AddMinutes(2), 0),
        Attempts = 4,
        Failures = 5,
        Doubts = 6,
        Sending = new SendingAttempt(7, At.AddMinutes(3)),
        Lookup = new PendingLookup(At.AddMinutes(4), 8),
        Deadlines = [new ToldDeadline("answerBy", "answer", 1, At.AddHours(4))],
        Place = Room,
        Standby = new Standby(
            [new EarlierMessage(1, TouchpointEvent.Read), new EarlierMessage(2, TouchpointEvent.Delivered)],
            TimeSpan.FromMinutes(10),
            At.AddMinutes(10)
        )
        {
            HasLeft = true,
            HasLeftBefore = true,
            IsNeedless = true,
        },
        AddedValue = "lens-care",
        SameFact = new SameFact([
            new OtherTelling(2) { GoesFirst = true },
            new OtherTelling(3) { Told = new ToldFact(TouchpointId.Parse("order/1~order-shipped~1~buyer~email"), "ana") },
        ]),
        Provider = "nimbus",
        Tried = ["stratus", "cirrus"],
        Received = new ReceiptSet(5),
        InDigest = new DigestPlace("daily", "parcel") { ClosesAt = At, IsSeated = true },
        CarriesData = true,
        Data = JsonElement.Parse("""{ "name" : "Ana", "of": [1, 2.50, null, true] }"""),
    };

    public static DigestContents Digested { get; } =
        new("daily", "ana", [new DigestItem("order/1", 2, null, 0, true), new DigestItem("order/2", 1, "shipped", 3, false)]);

    /// <summary>What becomes of added value, of complaints and of facts that others tell as well.</summary>
    public static Change[] Valued { get; } =
    [
        new SameFactFound(
            2,
            new SameFact([new OtherTelling(1) { GoesFirst = true }]),
            PlanReasons.StandsBack.After(PlanReasons.RuleOff, "r")
        ),
        new ComplaintNoted("ana", true),
        new AttemptBegun(1, 2, Channel.Email, 3, At)
        {
            AddedValue = "lens-care",
            Move = new CapMove("ana", null, null) { ValueSent = "lens-care" },
        },
        new TouchpointEnded(1, TouchpointStatus.Sent, Reason.Stored("why"))
        {
            Move = new CapMove("ana", null, null) { ValueEnded = "lens-care", IsSeen = true },
        },
    ];
}
