namespace CustomerTouchpoints.Channels.Rates;

/// <summary>Tokens of a rate that were used, or may have been.</summary>
/// <param name="Count">How many.</param>
/// <param name="FreeAt">When they are free again: one span after the last moment at which they can have been used.</param>
internal readonly record struct RateUse(int Count, DateTimeOffset FreeAt);
