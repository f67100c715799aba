using System.Text.Json;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Tests.Storage;

/// <summary>
/// The texts inside rows are written by hand, and read by generated code: what is written is what generated code would write.
/// </summary>
public sealed class RowTextTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 9, 30, 0, 123, 456, TimeSpan.Zero);

    private static readonly OpenTouchpoint Sparse = new()
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
        PlannedBy = 2,
        PlannedAt = At,
        Due = At.AddDays(1),
    };

    private static readonly OpenTouchpoint Full = Sparse with
    {
        Customer = "ana<é>&\"",
        Reason = "planned on \"order.placed\" → 日本",
        Status = TouchpointStatus.Sending,
        NextAt = At.AddMinutes(1),
        Scope = "recorded",
        Visit = 3,
        Step = 0,
        WaitingSince = At.AddMinutes(2),
        HeldAtRevision = 0,
        Attempts = 4,
        Failures = 5,
        Doubts = 6,
        Term = 7,
        LeaseUntil = At.AddMinutes(3),
        AskAt = At.AddMinutes(4),
        Asked = 8,
        Deadlines = [new ToldDeadline("answerBy", "answer", 1, At.AddHours(4))],
        CarriesData = true,
        Data = JsonElement.Parse("""{ "name" : "Ana", "of": [1, 2.50, null, true] }"""),
    };

    private static readonly Change[] Changes =
    [
        new Change.PartyIdentified("buyer", "ana"),
        new Change.DataMerged(true),
        new Change.DataMerged(false),
        new Change.EventParked("7", "order.placed", At),
        new Change.EventUnparked("7"),
        new Change.ScopeLeft("recorded"),
        new Change.ScopeEntered("recorded", 2, At),
        new Change.Arrived("recorded", Standing.Solved, 4),
        new Change.TimerSet(new JourneyTimer("timer", At, "recorded", 3)),
        new Change.TimerCleared("timer"),
        new Change.RuleDeclined("rule", "only when <it> holds"),
        new Change.TouchpointPlanned(Sparse),
        new Change.TouchpointPlanned(Full),
        new Change.TouchpointWaits(1, TouchpointStatus.Held, "why", null, At, "ana", 1, 2) { HeldAtRevision = 3 },
        new Change.AttemptBegun(1, 2, Channel.Email, 3, At),
        new Change.AttemptBegun(1, 2, Channel.Email, 3, At) { Deadlines = Full.Deadlines },
        new Change.TouchpointUndecided(1, TouchpointStatus.Unknown, "why", 2) { AskAt = At, Asked = 1 },
        new Change.TouchpointEnded(1, TouchpointStatus.InReview, "the sender's \"why\""),
        new Change.PartyTold("buyer", At),
        new Change.ExchangeMoved(ResponseMemory.Empty.Exchange),
        new Change.EscalationEnded(3),
        new Change.CustomerContacted("ana \"é\"", Channel.Sms, Category.Promotional),
        new Change.VersionRaised(
            2,
            new Dictionary<string, string> { ["a"] = "b" },
            new Dictionary<string, string>(),
            new Dictionary<string, string>(),
            [0, 1]
        ),
    ];

    [Test]
    public void Every_change_is_written_as_the_serializer_would()
    {
        // Those of clocks, promises and escalations are left to the serializer whole.
        IEnumerable<Type> all = typeof(Change)
            .GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(Change)))
            .Except([typeof(Change.ClockMoved), typeof(Change.PromiseMoved), typeof(Change.EscalationSet)]);
        Assert.That(Changes.Select(change => change.GetType()).Distinct(), Is.EquivalentTo(all));
        foreach (Change change in Changes)
        {
            JournalEntry entry = Entry(change, "recorded", null);
            Assert.That(
                RowText.Of(entry),
                Is.EqualTo(JsonSerializer.Serialize(new EntryBody("recorded", null, [change]), RowJson.Default.EntryBody))
            );
        }

        Assert.That(
            RowText.Of(Entry(Changes[0], null, "validated")),
            Is.EqualTo(JsonSerializer.Serialize(new EntryBody(null, "validated", [Changes[0]]), RowJson.Default.EntryBody))
        );
    }

    [Test]
    public void A_journey_is_written_as_the_serializer_would()
    {
        JourneySnapshot unheard = JourneySnapshot.Unheard(new JourneyId("order", "1"), 1, At);
        JourneySnapshot full = unheard with
        {
            Mark = 3,
            Planned = 9,
            Parties = [new Party("buyer", "ana"), new Party("giver", "ben", At)],
            Visits = [new Visit("recorded", 1, At, false), new Visit("validated", 2, At, true)],
            Timers = [new JourneyTimer("one", At, "recorded"), new JourneyTimer("two", At, "validated", 2)],
            Touchpoints = [Sparse, Full],
            Pending = [Full],
            Parked = [new ParkedEvent("7", "order.placed", At, JsonElement.Parse("{}"))],
            Told = [new ToldOccasion("order-recorded", "1")],
            Responses = ResponseMemory.Empty,
        };

        Assert.That(RowText.Of(unheard), Is.EqualTo(JsonSerializer.Serialize(unheard, RowJson.Default.JourneySnapshot)));
        Assert.That(RowText.Of(full), Is.EqualTo(JsonSerializer.Serialize(full, RowJson.Default.JourneySnapshot)));
    }

    [Test]
    public void A_text_that_fails_leaves_nothing_in_the_next_one()
    {
        JourneySnapshot journey = JourneySnapshot.Unheard(new JourneyId("order", "1"), 1, At);
        Assert.That(
            () => RowText.Of(journey with { Touchpoints = [Sparse with { Data = default(JsonElement) }] }),
            Throws.InvalidOperationException
        );
        Assert.That(RowText.Of(journey), Is.EqualTo(JsonSerializer.Serialize(journey, RowJson.Default.JourneySnapshot)));
    }

    private static JournalEntry Entry(Change change, string? from, string? to) =>
        new()
        {
            Sequence = 1,
            RecordedAt = At,
            OccurredAt = At,
            Kind = EntryKind.Event,
            Name = "order.placed",
            Outcome = "Moved",
            Reason = "",
            From = from,
            To = to,
            Changes = [change],
        };
}
