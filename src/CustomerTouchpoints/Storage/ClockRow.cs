using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Storage;

/// <summary>A response clock as it is stored, for reports: one that is open, or one that has ended.</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record ClockRow
{
    /// <summary>What it is; unique.</summary>
    public required ClockId Id { get; init; }

    /// <summary>What it measures.</summary>
    public required ResponseMetric Metric { get; init; }

    /// <summary>Where it stands.</summary>
    public required ClockStatus Status { get; init; }

    /// <summary>Why it stands there, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The version of the lifecycle whose target holds.</summary>
    public required int Policy { get; init; }

    /// <summary>The target's place among those of the clock, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>The version of the calendar by which time counts.</summary>
    public required string Calendar { get; init; }

    /// <summary>How much time the target allows.</summary>
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

    /// <summary>When the row last changed, by the engine's clock.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The channel of the conversation, where it is known.</summary>
    public string? Channel { get; init; }

    /// <summary>The priority, where it is known.</summary>
    public string? Priority { get; init; }

    /// <summary>The topic, where it is known.</summary>
    public string? Topic { get; init; }

    /// <summary>Who answers, where it is known.</summary>
    public string? Representative { get; init; }
}
