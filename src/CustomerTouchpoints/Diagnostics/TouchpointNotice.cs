namespace CustomerTouchpoints.Diagnostics;

/// <summary>One thing that was committed, as an observer hears of it.</summary>
/// <remarks>Immutable; safe to share between threads. It has ids and reasons, never an address or a body.</remarks>
public sealed record TouchpointNotice
{
    /// <summary>What it tells.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>When it happened, by the engine's clock; of a clock, the true time, however late it was noticed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, as the journal has it.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The message, of a notice about one.</summary>
    public TouchpointId? Touchpoint { get; init; }

    /// <summary>The response clock, of a notice about one.</summary>
    public ClockId? Clock { get; init; }

    /// <summary>Whose inbox it is, of a notice about one.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The channel, of a notice about one.</summary>
    public Channel? Channel { get; init; }
}
