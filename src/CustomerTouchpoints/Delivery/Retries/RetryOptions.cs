namespace CustomerTouchpoints.Delivery;

/// <summary>
/// When a message is tried again after a temporary failure of its channel. What is null is left as it is elsewhere: for a channel as
/// <see cref="TouchpointsOptions.Retries"/> says, and there as the defaults that are named here.
/// </summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Checked when the host starts.</remarks>
public sealed class RetryOptions
{
    /// <summary>
    /// How many attempts that failed for now end a touchpoint as <c>Failed</c>, the first one included. At least 1. Default 8: over about
    /// an hour.
    /// </summary>
    public int? MaxAttempts { get; set; }

    /// <summary>The delay before the second attempt. Above zero, at most <see cref="MaxDelay"/>. Default 30 seconds.</summary>
    public TimeSpan? FirstDelay { get; set; }

    /// <summary>By how much each delay is longer than the one before. From 1 (all alike) to 10. Default 2: it doubles.</summary>
    public double? Factor { get; set; }

    /// <summary>
    /// The longest delay: it caps what grows, and what a provider asks for. Above zero, at most 24 days. Default one hour.
    /// </summary>
    public TimeSpan? MaxDelay { get; set; }

    /// <summary>
    /// How far a delay is spread up or down, as a share of it, so that messages do not come back in chorus: from 0 (not at all) to 1.
    /// Default 0.2. It depends on the message and on <see cref="TouchpointsOptions.Seed"/> only.
    /// </summary>
    public double? Jitter { get; set; }
}
