namespace CustomerTouchpoints.Channels.Rates;

/// <summary>Tokens of a rate that a host has leased: each may be used once, at any moment of the lease.</summary>
/// <param name="Term">The term of the host.</param>
/// <param name="Count">How many.</param>
/// <param name="From">Before this instant none is used: it may be a moment ahead.</param>
/// <param name="Until">After this instant none is used any more, and no call that used one is under way.</param>
internal readonly record struct RateLease(long Term, int Count, DateTimeOffset From, DateTimeOffset Until);
