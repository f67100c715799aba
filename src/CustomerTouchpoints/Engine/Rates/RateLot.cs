using CustomerTouchpoints.Channels.Rates;

namespace CustomerTouchpoints.Engine.Rates;

/// <summary>Tokens of a rate that were leased together.</summary>
/// <param name="lease">The lease, by the store's clock.</param>
/// <param name="from">The reading of the stopwatch from which they may be used: the lease does not begin later.</param>
internal sealed class RateLot(RateLease lease, long from)
{
    public RateLease Lease => lease;

    public long From => from;

    /// <summary>How many are not taken.</summary>
    public int Free { get; set; } = lease.Count;

    /// <summary>How many an attempt has.</summary>
    public int Taken { get; set; }
}
