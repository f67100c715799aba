namespace CustomerTouchpoints.Delivery.Retries;

/// <summary>
/// When to try again after a temporary failure: growing from a base up to a cap, spread by a seed so that hosts do not shout in chorus.
/// </summary>
/// <remarks>A pure function: no clock and no random source of its own.</remarks>
internal sealed record RetrySchedule(TimeSpan FirstDelay, TimeSpan LongestDelay, int MostFailures, int Seed)
{
    public static RetrySchedule Default { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromHours(1), 8, 0);

    /// <summary>By how much each delay is longer than the one before.</summary>
    public double Factor { get; init; } = 2;

    /// <summary>How far a delay is spread up or down, as a share of it.</summary>
    public double Jitter { get; init; } = 0.2;

    /// <summary>The schedule with what the options say; a first delay that is longer than the cap is cut to it.</summary>
    public RetrySchedule With(RetryOptions options)
    {
        TimeSpan longest = options.MaxDelay ?? LongestDelay;
        TimeSpan first = options.FirstDelay ?? FirstDelay;
        return this with
        {
            FirstDelay = first < longest ? first : longest,
            LongestDelay = longest,
            MostFailures = options.MaxAttempts ?? MostFailures,
            Factor = options.Factor ?? Factor,
            Jitter = options.Jitter ?? Jitter,
        };
    }

    /// <summary>The delay before the next try, or null when there have been enough.</summary>
    /// <param name="failures">How many tries have failed, from 1.</param>
    /// <param name="asked">What the provider asked for, honoured up to the cap.</param>
    /// <param name="key">What is tried: equal keys spread equally.</param>
    public TimeSpan? Delay(int failures, TimeSpan? asked, string key)
    {
        if (failures >= MostFailures)
        {
            return null;
        }

        double grown = FirstDelay.Ticks * Math.Pow(Factor, failures - 1);
        double spread = 1 + (Jitter * ((2 * StableFraction.Of(Seed, key, failures)) - 1));
        var own = TimeSpan.FromTicks((long)Math.Min(grown * spread, LongestDelay.Ticks));
        TimeSpan wish =
            asked is { } wanted && wanted < LongestDelay ? wanted
            : asked is null ? TimeSpan.Zero
            : LongestDelay;
        return own > wish ? own : wish;
    }
}
