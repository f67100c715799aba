namespace CustomerTouchpoints.Channels.Rates;

/// <summary>What comes of a request for tokens.</summary>
/// <param name="Ledger">The ledger from now on.</param>
/// <param name="Granted">What is leased.</param>
/// <param name="Left">How many are free still.</param>
/// <param name="OthersHold">Whether other hosts have leased some: they may be free at any moment.</param>
internal sealed record RateAnswer(RateLedger Ledger, IReadOnlyList<RateLease> Granted, int Left, bool OthersHold);
