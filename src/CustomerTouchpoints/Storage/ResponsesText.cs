using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Responses.Exchanges;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage;

/// <summary>What a journey remembers of its responses, as its row keeps it.</summary>
internal sealed record ResponsesText
{
    public Exchange Conversation { get; init; } = new();

    public ImmutableArray<JourneyClock> Clocks { get; init; } = [];

    public ImmutableArray<ClockCount> Cycles { get; init; } = [];

    public ImmutableArray<PendingEscalation> Escalations { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Escalated { get; init; }

    public ImmutableArray<JourneyPromise> Promises { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Promised { get; init; }

    /// <summary>Null where nothing has come up: most journeys have no targets, and write nothing.</summary>
    public static ResponsesText? Of(JourneySnapshot journey) =>
        journey.Memories.All(memory => memory is TouchpointMemory)
            ? null
            : new ResponsesText
            {
                Conversation = journey.Exchange,
                Clocks = journey.Clocks.All,
                Cycles = journey.Clocks.Cycles,
                Escalations = journey.Escalations.All,
                Escalated = journey.Escalations.Count,
                Promises = journey.Promises.All,
                Promised = journey.Promises.Count,
            };

    public IEnumerable<JourneyMemory> Memories() =>
        [
            Conversation,
            new ClockMemory { All = Clocks, Cycles = Cycles },
            new PromiseMemory { All = Promises, Count = Promised },
            new EscalationMemory { All = Escalations, Count = Escalated },
        ];
}
