using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>Something to do at a channel, stored before it is begun: it takes one of the channel's slots.</summary>
internal abstract record Errand
{
    public required JourneyId Journey { get; init; }

    /// <summary>The touchpoint, as it was stored with this errand.</summary>
    public required OpenTouchpoint Touchpoint { get; init; }

    /// <summary>The reading of the stopwatch when it was handed over, after the commit.</summary>
    public long ClaimedAt { get; init; }
}
