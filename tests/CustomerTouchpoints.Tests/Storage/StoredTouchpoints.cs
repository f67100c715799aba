using System.Text.Json;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Delivery.Receipts;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints;

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
        Reason = PlanReasons.ToldAlready,
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
        Provider = "nimbus",
        Tried = ["stratus", "cirrus"],
        Received = new ReceiptSet(5),
        CarriesData = true,
        Data = JsonElement.Parse("""{ "name" : "Ana", "of": [1, 2.50, null, true] }"""),
    };
}
