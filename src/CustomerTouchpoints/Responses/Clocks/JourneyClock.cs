using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Responses.Exchanges;

namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>
/// A response clock as its journey remembers it: the segment that it is in, and what the segments before add up to. The segments themselves
/// are in the journal.
/// </summary>
internal sealed record JourneyClock : JourneyPart
{
    /// <summary>Its name in the lifecycle.</summary>
    public required string Clock { get; init; }

    public required int Cycle { get; init; }

    public required ResponseMetric Metric { get; init; }

    public required ClockStatus Status { get; init; }

    /// <summary>Why the segment is what it is.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The version of the lifecycle whose target holds.</summary>
    public required int Policy { get; init; }

    /// <summary>The place of the target among those of the clock.</summary>
    public required int Place { get; init; }

    /// <summary>The version of the calendar by which time counts.</summary>
    public required string Calendar { get; init; }

    /// <summary>How much time the target allows.</summary>
    public required TimeSpan Target { get; init; }

    /// <summary>How much time is used when it is breached: the target, unless it was changed in mid-flight.</summary>
    public required TimeSpan Budget { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the segment began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The time that was used in the segments before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TimeSpan Used { get; init; }

    /// <summary>When it is breached if nothing happens; null while it does not run.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? BreachedAt { get; init; }

    /// <summary>
    /// How often it was told of a breach. A fact that is reported late may have taken one back, and the next one is another.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Breaches { get; init; }

    /// <summary>How many marks before the deadline were passed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Passed { get; init; }

    /// <summary>How often it has warned, restarts included.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Warned { get; init; }

    /// <summary>For updates: how much time is used when the next is due, because the last one did not leave; null while none is.</summary>
    public TimeSpan? Again { get; init; }

    /// <summary>For updates: how many were due after the first of the cycle.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Repeats { get; init; }

    /// <summary>When there is something to do about it: at the next mark, when it is due, or when an update is due anew.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it has ended only until the journey is reopened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MayResume { get; init; }

    /// <summary>Whether it has ended, and ends earlier when an earlier answer is reported.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MayBeAmended { get; init; }

    /// <summary>
    /// For answers: where the segments before began under this target, the latest last, so that it can be brought back to one of them. Null
    /// while there is none.
    /// </summary>
    public ImmutableArray<ClockMark>? Marks { get; init; }

    public string? Channel { get; init; }

    public string? Priority { get; init; }

    public string? Topic { get; init; }

    public string? Representative { get; init; }

    [JsonIgnore]
    public bool IsOpen => Status is ClockStatus.Running or ClockStatus.Paused;

    /// <summary>Whether the journey need not remember it any more.</summary>
    [JsonIgnore]
    public bool Leaves => !IsOpen && !MayResume && !MayBeAmended;

    public override (string Name, long Number) PlaceInJourney() => (Clock, Cycle);

    /// <summary>The clock with what is known of its exchange now.</summary>
    public JourneyClock About(Exchange exchange) =>
        (Channel, Priority, Topic, Representative) == (exchange.Channel, exchange.Priority, exchange.Topic, exchange.Representative)
            ? this
            : this with
            {
                Channel = exchange.Channel,
                Priority = exchange.Priority,
                Topic = exchange.Topic,
                Representative = exchange.Representative,
            };
}
