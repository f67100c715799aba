namespace CustomerTouchpoints.Channels.Rates;

/// <summary>Tokens of a rate that a host has leased: each may be used at any moment up to the end of the lease.</summary>
/// <param name="Term">The term of the host.</param>
/// <param name="Count">How many.</param>
/// <param name="Until">After this instant none is used any more, and no call that used one is under way.</param>
internal readonly record struct RateLease(long Term, int Count, DateTimeOffset Until);
