namespace CustomerTouchpoints.Engine.Rates;

/// <summary>Tokens of a rate that were leased together.</summary>
/// <param name="term">The term in which they were.</param>
/// <param name="askedAt">The reading of the stopwatch before they were asked for: the lease does not begin before.</param>
/// <param name="until">When the lease ends, by the store's clock.</param>
/// <param name="count">How many.</param>
internal sealed class RateLot(long term, long askedAt, DateTimeOffset until, int count)
{
    public long Term { get; } = term;

    public long AskedAt { get; } = askedAt;

    public DateTimeOffset Until { get; } = until;

    /// <summary>How many are not taken.</summary>
    public int Free { get; set; } = count;

    /// <summary>How many an attempt has.</summary>
    public int Taken { get; set; }
}
