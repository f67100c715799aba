using System.Text.Json.Serialization;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Promises;

/// <summary>A promise as its journey remembers it, until what was promised has come or is no longer waited for.</summary>
internal sealed record JourneyPromise : JourneyPart
{
    public required int Number { get; init; }

    /// <summary>The response clock that measures it, or the name that an event's promise has.</summary>
    public required string Name { get; init; }

    /// <summary>The clock's cycle; 0 for an update and for an event's promise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Cycle { get; init; }

    /// <summary>The state that keeps it, for an event's promise.</summary>
    public string? KeptBy { get; init; }

    public required PromiseStatus Status { get; init; }

    /// <summary>The deadline, as it was told. Nothing moves it.</summary>
    public required DateTimeOffset By { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The touchpoint that told it; null for an event's promise.</summary>
    public string? ToldBy { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? Channel { get; init; }

    public string? Representative { get; init; }

    /// <summary>Whether what was promised has not come, and is waited for.</summary>
    [JsonIgnore]
    public bool IsWaitedFor => EndedAt is null;

    /// <summary>When its deadline is to be noticed; null once it was.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextAt => Status == PromiseStatus.Open ? By : null;

    public override (string Name, long Number) PlaceInJourney() => ("", Number);

    /// <summary>It has come, or is not waited for: kept where it came in time, broken where it came late.</summary>
    public JourneyPromise End(DateTimeOffset at, bool hasCome) =>
        this with
        {
            Status =
                at > By ? PromiseStatus.Broken
                : hasCome ? PromiseStatus.Kept
                : PromiseStatus.Released,
            EndedAt = at,
        };
}
