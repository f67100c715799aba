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
    public Exchange Conversation { get; init; } = Exchange.Silence;

    public ImmutableArray<JourneyClock> Clocks { get; init; } = [];

    public ImmutableArray<ClockCount> Cycles { get; init; } = [];

    public ImmutableArray<PendingEscalation> Escalations { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Escalated { get; init; }

    public ImmutableArray<JourneyPromise> Promises { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Promised { get; init; }

    /// <summary>Null where nothing has come up: most journeys have no targets, and write nothing.</summary>
    public static ResponsesText? Of(JourneySnapshot journey)
    {
        foreach (JourneyMemory memory in journey.Memories)
        {
            if (memory is not TouchpointMemory)
            {
                return From(journey);
            }
        }

        return null;
    }

    private static ResponsesText From(JourneySnapshot journey)
    {
        ClockMemory clocks = journey.Clocks;
        EscalationMemory escalations = journey.Escalations;
        PromiseMemory promises = journey.Promises;
        return new ResponsesText
        {
            Conversation = journey.Exchange,
            Clocks = clocks.All,
            Cycles = clocks.Cycles,
            Escalations = escalations.All,
            Escalated = escalations.Count,
            Promises = promises.All,
            Promised = promises.Count,
        };
    }

    public IEnumerable<JourneyMemory> Memories() =>
        [
            Conversation,
            new ClockMemory { All = Clocks, Cycles = Cycles },
            new PromiseMemory { All = Promises, Count = Promised },
            new EscalationMemory { All = Escalations, Count = Escalated },
        ];
}
