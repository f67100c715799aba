using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>
/// What a guard or a condition may look at: the journey, the event and the customer, as they are at the moment of the decision.
/// </summary>
/// <remarks>Guards and conditions must be pure: no I/O, no clock, no randomness. One that throws faults its own event only.</remarks>
public sealed class Situation
{
    private readonly Func<string, Customer?> party;

    internal Situation(
        JourneyId journey,
        string? state,
        string eventName,
        JsonElement eventData,
        JsonElement journeyData,
        DateTimeOffset now,
        Customer? customer,
        Func<string, Customer?> party
    )
    {
        this.party = party;
        Journey = journey;
        State = state;
        EventName = eventName;
        EventData = eventData;
        JourneyData = journeyData;
        Now = now;
        Customer = customer;
    }

    /// <summary>The journey.</summary>
    public JourneyId Journey { get; }

    /// <summary>The state the journey is in; null until it opens.</summary>
    public string? State { get; }

    /// <summary>The name of the event, or of the timer that fired.</summary>
    public string EventName { get; }

    /// <summary>The event's data; an empty object for a timer.</summary>
    public JsonElement EventData { get; }

    /// <summary>
    /// What the journey's events have brought so far. A guard sees it as it was before the event, a rule's condition with the event's data
    /// on top.
    /// </summary>
    public JsonElement JourneyData { get; }

    /// <summary>The instant of the decision, by the engine's clock.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>
    /// For a rule: whom it tells. For a guard: who plays the first role. Without name and addresses; null when nobody plays the role.
    /// </summary>
    public Customer? Customer { get; }

    /// <summary>Who plays a role, without name and addresses; null when nobody does.</summary>
    public Customer? Party(string role) => party(role);

    /// <summary>The event's data as its record.</summary>
    /// <exception cref="JsonException">The data does not fit the record; the event is then faulted.</exception>
    [RequiresUnreferencedCode("Reads the record by reflection; pass its JsonTypeInfo when trimming.")]
    [RequiresDynamicCode("Reads the record by reflection; pass its JsonTypeInfo when compiling ahead of time.")]
    public TEvent Event<TEvent>() =>
        EventData.Deserialize<TEvent>(EventJson.Options) ?? throw new JsonException($"The data of {EventName} is null.");

    /// <summary>The event's data as its record, read by source-generated code.</summary>
    /// <exception cref="JsonException">The data does not fit the record; the event is then faulted.</exception>
    public TEvent Event<TEvent>(JsonTypeInfo<TEvent> typeInfo) =>
        EventData.Deserialize(typeInfo) ?? throw new JsonException($"The data of {EventName} is null.");
}
