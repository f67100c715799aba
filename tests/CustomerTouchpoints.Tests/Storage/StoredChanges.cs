using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Digests;
using static CustomerTouchpoints.Tests.Storage.StoredTouchpoints;

namespace CustomerTouchpoints.Tests.Storage;

/// <summary>Each change of a journey that can be recorded, with what makes its text hard to write.</summary>
internal static class StoredChanges
{
    public static readonly IReadOnlyList<Change> All =
    [
        new PartyIdentified("buyer", "ana"),
        new PartyReplaced("buyer", "ana \"é\"", "anna"),
        new PartyErased("buyer"),
        new JourneyClosed(),
        new ComplaintNoted("ana", IsOpen: true),
        new TouchpointBared(1),
        new TouchpointReaddressed(2, "anna"),
        new StandbyMoved(
            2,
            new Standby([new EarlierMessage(1, TouchpointEvent.Delivered)], TimeSpan.FromDays(1.5), At),
            FallbackReasons.Called.After(DeliveryReasons.HostStopped, "sms")
        )
        {
            Place = Room,
        },
        .. StoredTouchpoints.Valued,
        new DataMerged(true),
        new DataMerged(false),
        new EventParked("7", "order.placed", At),
        new EventUnparked("7"),
        new ScopeLeft("recorded"),
        new ScopeEntered("recorded", 2, At),
        new Arrived("recorded", JourneyStanding.Solved, 4),
        new TimerSet(new JourneyTimer("timer", At, "recorded", 3)),
        new TimerCleared("timer"),
        new RuleDeclined("rule", PlanReasons.OnlyWhen.With("<it> holds")),
        new TouchpointPlanned(Sparse),
        new TouchpointPlanned(Full),
        new TouchpointWaits(
            1,
            TouchpointStatus.Held,
            PlanReasons.AndSolved.After(DeliveryReasons.HostStopped, "resolved"),
            null,
            At,
            "ana",
            1,
            2
        )
        {
            HeldAtRevision = 3,
            Tried = ["nimbus"],
        },
        new AttemptBegun(1, 2, Channel.Email, 3, At),
        new AttemptBegun(1, 2, Channel.Email, 3, At)
        {
            Deadlines = Full.Deadlines,
            Address = "0a1b2c.AA-_",
            Provider = "nimbus",
        },
        new TouchpointReceived(1, ReceiptKind.HardBounced, At, TouchpointStatus.Failed) { Id = "evt-1" },
        new TouchpointUndecided(1, TouchpointStatus.Unknown, Reason.Stored("why, as before 0.2"), 2)
        {
            AskAt = At,
            Asked = 1,
            Reference = "0107018c-7",
        },
        new AttemptBegun(1, 2, Channel.Email, 3, At) { Place = Room, Move = new CapMove("ana", null, Room) },
        new TouchpointEnded(1, TouchpointStatus.Sent, Reason.Stored("why")) { Move = new CapMove("ana", Room, null) },
        new TouchpointEnded(1, TouchpointStatus.InReview, DeliveryReasons.Uncertain.With("the sender's \"why\"")),
        new PartyTold("buyer", At),
        new ExchangeMoved(Exchange.Silence),
        new ExchangeMoved(StoredResponses.Talk),
        new ClockMoved(StoredResponses.Started),
        new ClockMoved(StoredResponses.Amended),
        new PromiseMoved(StoredResponses.Promise),
        new EscalationSet(StoredResponses.Escalation),
        new EscalationEnded(3),
        new TouchpointPlanned(Full with { InDigest = new DigestPlace("daily", null), Contents = Digested }),
        new TouchpointPlanned(
            Sparse with
            {
                InDigest = new DigestPlace("daily", "parcel") { ClosesAt = At, IsSeated = true },
            }
        ),
        new TouchpointWaits(1, TouchpointStatus.Held, PlanReasons.RuleOff, At, At, "ana", 0, 0)
        {
            ClosesAt = At,
            Move = new CapMove("ana", null, null)
            {
                TakenClosingAt = At,
                Digest = "daily",
                Channel = Channel.Email,
            },
        },
        new DigestTrimmed(1, Digested.Items) { Place = Room },
        new CustomerContacted("ana \"é\"", Channel.Sms, Category.Promotional),
        new CustomerContacted("ana", Channel.Sms, Category.Promotional, "newsletter"),
        new VersionRaised(
            2,
            new Dictionary<string, string> { ["a"] = "b" },
            new Dictionary<string, string>(),
            new Dictionary<string, string>(),
            [0, 1]
        ),
    ];
}
