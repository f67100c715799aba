namespace CustomerTouchpoints.Channels.Rates;

/// <summary>What a host says of the tokens that it has leased, and how many more it asks for.</summary>
/// <param name="Term">The term of the host.</param>
/// <param name="Held">All that it still has, in use or not: what it had leased and does not name was never used.</param>
/// <param name="Used">Those that were used since it last said so, and how long ago the last call that used one came back.</param>
/// <param name="Wanted">How many messages wait for a token.</param>
/// <param name="Ahead">How many more it would have for messages to come, where many are free.</param>
internal sealed record RateRequest(
    long Term,
    IReadOnlyList<(int Count, DateTimeOffset From, DateTimeOffset Until)> Held,
    IReadOnlyList<(int Count, TimeSpan Ago)> Used,
    int Wanted,
    int Ahead
)
{
    /// <summary>For how long it leases tokens.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>How long before they are free it leases those that messages wait for: it has them ready at that moment.</summary>
    public TimeSpan Early { get; init; }
}
