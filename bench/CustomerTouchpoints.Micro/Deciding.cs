using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CustomerTouchpoints.Bench;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Journeys.Moves;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints.Gate;

namespace CustomerTouchpoints.Micro;

/// <summary>The pure rules: an event that moves an order and plans a mail, and the gate that lets the mail go. Nothing is stored.</summary>
[MemoryDiagnoser]
public class Deciding
{
    private static readonly DateTimeOffset Now = Story.Arrival;

    private readonly LifecycleDefinition definition = new LifecycleRegistry([new OrderLifecycle()]).Of(new JourneyId("order", "1042"));
    private readonly Dictionary<CustomerId, CustomerSnapshot> customers = [];
    private readonly FactReported paid;
    private readonly TouchpointTurn turn;
    private readonly JourneySnapshot recorded;
    private readonly JourneySnapshot planned;
    private readonly string memory;

    public Deciding()
    {
        Customer buyer = Buyers.Profile(Buyers.Of(1042));
        customers[buyer.Id] = CustomerSnapshot.Unheard(buyer.Id) with { Traits = Traits.Of(buyer) };
        paid = FactOf("payment.accepted", Story.Paid, []);
        var opened = Decide(
            JourneySnapshot.Unheard(new JourneyId("order", "1042"), 1, Now),
            FactOf("order.placed", Story.Placed, new() { ["customer"] = buyer.Id })
        );
        planned = opened.Journey;
        turn = new TouchpointTurn(1, new Recipient.Known(buyer), null, 1) { Now = Now };
        JourneySnapshot sending = Decide(planned, turn).Journey;
        recorded = Decide(sending, new AttemptEnded(1, 1, 1, Channels.SendResult.Sent()) { Now = Now }).Journey;
        memory = RowText.Of(recorded);
    }

    [Benchmark(Description = "Decide: an event moves the journey and plans a mail")]
    public object Event() => Decide(recorded, paid);

    [Benchmark(Description = "Gate: a planned mail may go")]
    public object Gate() => Decide(planned, turn);

    [Benchmark(Description = "A journey to its text")]
    public string Write() => RowText.Of(recorded);

    [Benchmark(Description = "A journey from its text")]
    public object Read() => JsonSerializer.Deserialize(memory, RowJson.Default.JourneyText)!.ToSnapshot([]);

    private Decision Decide(JourneySnapshot journey, Input input) =>
        Decider.Decide(definition, DecisionSettings.Default, journey, customers, input);

    private FactReported FactOf<T>(string name, T data, Dictionary<string, CustomerId> parties) =>
        new(
            new IncomingEvent
            {
                Journey = new JourneyId("order", "1042"),
                Name = name,
                Id = name,
                OccurredAt = Now,
                Data = JsonSerializer.SerializeToElement(data, JsonSerializerOptions.Web),
                Parties = parties.ToDictionary(_ => definition.Roles[0], party => party.Value),
            }
        )
        {
            Now = Now,
        };
}
