using System.Buffers;
using System.Text.Json;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>
/// Something became of a message of the journey, and its definition waits for that: it is an event like one of the host's.
/// </summary>
internal sealed record TouchpointFactArisen(TouchpointFact Fact) : Input
{
    /// <summary>Whether a definition says what follows from a fact.</summary>
    public static bool IsAwaited(LifecycleDefinition definition, TouchpointFact fact) =>
        definition.HearsOfMessages && definition.Declares(NameOf(definition, fact));

    public override void Decide(Deliberation deliberation)
    {
        IncomingEvent fact = EventIn(deliberation);
        deliberation.Consider(fact.Name, fact.Data);
        if (deliberation.Journey.Standing == JourneyStanding.Closed)
        {
            Facts.Record(deliberation, fact, RaiseOutcome.Closed, FactReasons.Closed.With(deliberation.Journey.State));
            return;
        }

        (RaiseOutcome outcome, Reason reason) = Facts.Answer(deliberation, fact);
        ExchangeSettling.Note(deliberation, fact.Name, fact.OccurredAt!.Value);
        Facts.Record(deliberation, fact, outcome, reason);
    }

    public override void Fail(Deliberation deliberation, Reason fault)
    {
        IncomingEvent fact = EventIn(deliberation);
        deliberation.Consider(fact.Name, fact.Data);
        Facts.Record(deliberation, fact, RaiseOutcome.Faulted, fault);
    }

    private IncomingEvent EventIn(Deliberation deliberation) =>
        new()
        {
            Journey = deliberation.Journey.Id,
            Name = NameOf(deliberation.Definition, Fact),
            Id = $"{Fact.Order}/{TouchpointEventName.Word(Fact.Event)}",
            OccurredAt = Fact.At > deliberation.Now ? deliberation.Now : Fact.At,
            Data = DataOf(Fact),
        };

    /// <summary>Its name by the key that its rule has by now.</summary>
    private static string NameOf(LifecycleDefinition definition, TouchpointFact fact) =>
        TouchpointEventName.Of(fact.Event, definition.FindRule(fact.Rule)?.Key ?? fact.Rule);

    private static JsonElement DataOf(TouchpointFact fact)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("touchpoint");
            json.WriteString("rule", fact.Rule);
            json.WriteString("event", TouchpointEventName.Word(fact.Event));
            json.WriteString("channel", fact.Channel.Name);
            json.WriteString("at", fact.At);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
