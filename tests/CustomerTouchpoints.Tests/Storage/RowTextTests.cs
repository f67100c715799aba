using System.Text.Json;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using static CustomerTouchpoints.Tests.Storage.StoredTouchpoints;

namespace CustomerTouchpoints.Tests.Storage;

/// <summary>
/// The texts inside rows are written by hand, and read by generated code: what is written is what generated code would write.
/// </summary>
public sealed class RowTextTests
{
    [Test]
    public void Every_change_is_written_as_the_serializer_would()
    {
        IEnumerable<Type> all = typeof(Change).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Change)) && !type.IsAbstract);
        Assert.That(StoredChanges.All.Select(change => change.GetType()).Distinct(), Is.EquivalentTo(all));
        foreach (Change change in StoredChanges.All)
        {
            JournalEntry entry = Entry(change, "recorded", null);
            Assert.That(
                RowText.Of(entry),
                Is.EqualTo(JsonSerializer.Serialize(new EntryBody("recorded", null, [change]), ChangeJson.Body))
            );
        }

        Assert.That(
            RowText.Of(Entry(StoredChanges.All[0], null, "validated")),
            Is.EqualTo(JsonSerializer.Serialize(new EntryBody(null, "validated", [StoredChanges.All[0]]), ChangeJson.Body))
        );
    }

    [Test]
    public void A_journey_is_written_as_the_serializer_would()
    {
        JourneySnapshot unheard = JourneySnapshot.Unheard(new JourneyId("order", "1"), 1, At);
        JourneySnapshot full = unheard with
        {
            Mark = 3,
            Parties = [new Party("buyer", "ana"), new Party("giver", "ben", At), new Party("gone", "cy") { IsErased = true }],
            Visits = [new Visit("recorded", 1, At, false), new Visit("validated", 2, At, true)],
            Timers = [new JourneyTimer("one", At, "recorded"), new JourneyTimer("two", At, "validated", 2)],
            Parked = [new ParkedEvent("7", "order.placed", At, JsonElement.Parse("{}"))],
            Memories =
            [
                new TouchpointMemory
                {
                    Planned = 9,
                    Open = [Sparse, Full],
                    Undecided = [Full],
                    Told = [new ToldOccasion("order-recorded", "1")],
                },
                StoredResponses.Talk,
                new ClockMemory { All = [StoredResponses.Started, StoredResponses.Amended], Cycles = [new ClockCount("first-answer", 2)] },
                new PromiseMemory { All = [StoredResponses.Promise], Count = 7 },
                new EscalationMemory { All = [StoredResponses.Escalation], Count = 8 },
            ],
        };

        Assert.That(RowText.Of(unheard), Is.EqualTo(Serialized(unheard)));
        Assert.That(RowText.Of(full), Is.EqualTo(Serialized(full)));
        Assert.That(RowText.Of(Read(RowText.Of(full))), Is.EqualTo(RowText.Of(full)));
    }

    [Test]
    public void A_customer_is_written_as_the_serializer_would([Values] bool isKnown)
    {
        CustomerSnapshot unheard = CustomerSnapshot.Unheard("ana") with
        {
            Traits = isKnown ? Traits.Of(new Customer { Id = "ana" }) : null,
        };
        CustomerSnapshot told = unheard
            .Apply(new Contacted(Category.Promotional, "pigeon", At))
            .Apply(new Contacted(Category.Service, Channel.Email, At))
            .Apply(new Contacted(Category.Promotional, "pigeon", At, "newsletter"))
            .Apply(new Contacted(Category.Service, Channel.Email, At.AddHours(2)));
        CustomerSnapshot full = told.Apply(new RoleTaken("order/1 \"é\"", "buyer", At)).Apply(new RoleTaken("order/2", "giver", At));
        CustomerSnapshot waiting = full.Apply(new CapPlaceMoved("order/1", 3, null, Room))
            .Apply(new CapPlaceMoved("order/1", 4, null, Room with { IsTaken = false }))
            .Apply(new CapPlaceMoved("order/1", 5, null, Room with { Topic = "newsletter" }))
            .Apply(new CapPlaceMoved("order/2", 1, null, null) { SeatTaken = new DigestSeat("order/2", 1, "daily", Channel.Email, At) });
        CustomerSnapshot complaining = full.Apply(new ComplaintMoved("complaint/\"1\"", IsOpen: true));
        CustomerSnapshot valued = waiting
            .Apply(new CapPlaceMoved("order/1", 6, null, null) { ValueEnded = "lens-care", SeenAt = At })
            .Apply(new CapPlaceMoved("order/1", 7, null, null) { ValueSent = "lens-show" });
        foreach (CustomerSnapshot customer in (CustomerSnapshot[])[unheard, told, full, waiting, complaining, valued])
        {
            Assert.That(
                CustomerRows.ToRow(customer).Memory,
                Is.EqualTo(
                    JsonSerializer.Serialize(
                        new CustomerMemory(
                            customer.Roles.Total == 0 ? null : customer.Roles,
                            customer.Contacts.Counts.IsEmpty ? null : customer.Contacts
                        )
                        {
                            Caps = customer.Caps.IsEmpty ? null : customer.Caps,
                            Digests = customer.Digests.IsEmpty ? null : customer.Digests,
                            Complaints = customer.Complaints.IsNone ? null : customer.Complaints,
                            Values = customer.Values.IsNone ? null : customer.Values,
                            IsUnknown = !isKnown,
                        },
                        RowJson.Default.CustomerMemory
                    )
                )
            );
        }
    }

    [Test]
    public void A_touchpoint_is_read_as_it_was_written([Values] bool full)
    {
        OpenTouchpoint written = full ? Full : Sparse;
        JourneySnapshot journey = JourneySnapshot.Unheard("order/1", 1, At).Apply(new TouchpointPlanned(written), written.Data);
        OpenTouchpoint read = Read(RowText.Of(journey)).Touchpoints.Single();
        Assert.That(
            read with
            {
                Data = written.Data,
                Deadlines = written.Deadlines,
                Standby = written.Standby,
                SameFact = written.SameFact,
                Tried = written.Tried,
            },
            Is.EqualTo(written)
        );
        Assert.That(read.Tried, Is.EqualTo(written.Tried));
        Assert.That(read.SameFact?.Others, Is.EqualTo(written.SameFact?.Others));
        Assert.That(read.Standby?.Earlier, Is.EqualTo(written.Standby?.Earlier));
        Assert.That((read.Standby?.Until, read.Standby?.HasLeft), Is.EqualTo((written.Standby?.Until, written.Standby?.HasLeft)));
        Assert.That(read.Data is { } data ? JsonElement.DeepEquals(data, written.Data!.Value) : written.Data is null);
        Assert.That(read.Deadlines, Is.EqualTo(written.Deadlines));
    }

    /// <summary>What 0.1.0 wrote is what its journeys are read from.</summary>
    [Test]
    public void A_touchpoint_that_an_earlier_version_has_written_is_read()
    {
        const string Before = """
            {"mark":0,"planned":2,"parties":[{"role":"buyer","customer":"ana"}],"visits":[],"timers":[],"touchpoints":[{"order":2,
            "rule":"r",
            "template":"t","category":"Service","occurrence":"1","role":"buyer","customer":"ana","route":"email","channel":"sms",
            "status":"Held","reason":"why","plannedBy":1,"plannedAt":1000000,"due":1000000,"nextAt":3000000,"waitingSince":2000000,
            "heldAtRevision":4,"attempts":1,"failures":1}],"parked":[],"told":[{"rule":"r","occurrence":"1"}],
            "responses":{"conversation":{"askedAt":5000000},"clocks":[],"cycles":[{"clock":"answer","cycles":3}],"escalations":[],
            "escalated":2,"promises":[],"promised":7}}
            """;
        JourneySnapshot journey = Read(Before);
        OpenTouchpoint held = journey.Touchpoints.Single();
        Assert.That(
            (held.Status, held.Waiting, held.Sending, held.Lookup, held.Failures),
            Is.EqualTo(
                (TouchpointStatus.Held, new TouchpointWait(DateTimeOffset.UnixEpoch.AddSeconds(2), 4), (object?)null, (object?)null, 1)
            )
        );
        Assert.That(
            (
                journey.Planned,
                journey.Exchange.AskedAt,
                journey.Clocks.CyclesOf("answer"),
                journey.Escalations.Count,
                journey.Promises.Count
            ),
            Is.EqualTo((2, DateTimeOffset.UnixEpoch.AddSeconds(5), 3, 2, 7))
        );
    }

    [Test]
    public void A_text_that_fails_leaves_nothing_in_the_next_one()
    {
        JourneySnapshot journey = JourneySnapshot.Unheard(new JourneyId("order", "1"), 1, At);
        Assert.That(
            () => RowText.Of(journey.Apply(new TouchpointPlanned(Sparse with { Data = default(JsonElement) }), null)),
            Throws.InvalidOperationException
        );
        Assert.That(RowText.Of(journey), Is.EqualTo(Serialized(journey)));
    }

    private static string Serialized(JourneySnapshot journey) =>
        JsonSerializer.Serialize(JourneyText.Of(journey), RowJson.Default.JourneyText);

    private static JourneySnapshot Read(string text) => JsonSerializer.Deserialize(text, RowJson.Default.JourneyText)!.ToSnapshot([]);

    private static JournalEntry Entry(Change change, string? from, string? to) =>
        new()
        {
            Sequence = 1,
            RecordedAt = At,
            OccurredAt = At,
            Kind = JournalEntryKind.Event,
            Name = "order.placed",
            Outcome = JournalEntryOutcome.Moved,
            Reason = OtherReasons.DirectorySaidSo,
            From = from,
            To = to,
            Changes = [change],
        };
}
