namespace CustomerTouchpoints.Reading;

/// <summary>One step of a journey's progress line.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record StepView
{
    /// <summary>The name of its state.</summary>
    public required string State { get; init; }

    /// <summary>The words in which customers hear of the state; null where it has none.</summary>
    public string? Says { get; init; }

    /// <summary>Whether the journey has come as far, even if it skipped this step.</summary>
    public required bool IsReached { get; init; }

    /// <summary>When it was reached, by the time at which it happened; null for a step that is yet to come, or that was skipped.</summary>
    public DateTimeOffset? ReachedAt { get; init; }
}
