using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Reading;

/// <summary>A response clock, open or ended: what it measures, how much is used, and when it is or was breached.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record ClockView
{
    /// <summary>What it is; unique. Its text parses back.</summary>
    public required ClockId Id { get; init; }

    /// <summary>The journey that it belongs to.</summary>
    public required JourneyId Journey { get; init; }

    /// <summary>The clock's name in its lifecycle, such as <c>resolution</c>.</summary>
    public required string Clock { get; init; }

    /// <summary>Which measurement of the clock it is, from 1.</summary>
    public required int Cycle { get; init; }

    /// <summary>What it measures.</summary>
    public required ResponseMetric Metric { get; init; }

    /// <summary>Where it stands.</summary>
    public required ClockStatus Status { get; init; }

    /// <summary>Why it stands there.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The version of the lifecycle whose target holds.</summary>
    public required int Policy { get; init; }

    /// <summary>The target's place among those of the clock, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>The version of the calendar by which time counts.</summary>
    public required string Calendar { get; init; }

    /// <summary>How much time the target allows, as the calendar counts it.</summary>
    public required TimeSpan Target { get; init; }

    /// <summary>Since when it measures.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it last began to run, to stand still, or ended.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>
    /// The time that was used until <see cref="Since"/>, as the calendar counts it. While it runs, the time since then comes on top.
    /// </summary>
    public required TimeSpan Used { get; init; }

    /// <summary>When it is breached if nothing happens; null while it does not run.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the target was missed: the true time, however late it was noticed. Null when it was not.</summary>
    public DateTimeOffset? BreachedAt { get; init; }

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it last changed, by the engine's clock.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The channel of the conversation, as the host named it; null where it is not known.</summary>
    public Channel? Channel { get; init; }

    /// <summary>The priority; null where it is not known.</summary>
    public string? Priority { get; init; }

    /// <summary>The topic; null where it is not known.</summary>
    public string? Topic { get; init; }

    /// <summary>Who answers; null where it is not known.</summary>
    public string? Representative { get; init; }
}
