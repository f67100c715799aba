namespace CustomerTouchpoints.Delivery.Retries;

/// <summary>
/// When to try again after a temporary failure: doubling from a base up to a cap, spread by a seed so that hosts do not shout in chorus.
/// </summary>
/// <remarks>A pure function: no clock and no random source of its own.</remarks>
internal sealed record RetrySchedule(TimeSpan FirstDelay, TimeSpan LongestDelay, int MostFailures, int Seed)
{
    private const double Spread = 0.2;

    public static RetrySchedule Default { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromHours(1), 8, 0);

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

        double doubled = FirstDelay.Ticks * Math.Pow(2, failures - 1);
        double spread = 1 + (Spread * ((2 * Fraction(key, failures)) - 1));
        var own = TimeSpan.FromTicks((long)Math.Min(doubled * spread, LongestDelay.Ticks));
        TimeSpan wish =
            asked is { } wanted && wanted < LongestDelay ? wanted
            : asked is null ? TimeSpan.Zero
            : LongestDelay;
        return own > wish ? own : wish;
    }

    /// <summary>A number from 0 up to 1 that depends on nothing but the seed, the key and the count (FNV-1a).</summary>
    private double Fraction(string key, int failures)
    {
        ulong hash = 14695981039346656037UL ^ (uint)Seed;
        foreach (char c in key)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        hash = (hash ^ (uint)failures) * 1099511628211UL;
        hash ^= hash >> 32;
        return (hash & 0xFFFFFF) / (double)0x1000000;
    }
}
