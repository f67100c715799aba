namespace CustomerTouchpoints.Engine.Rates;

/// <summary>What a message gets that asks for a token: the token; or it waits.</summary>
/// <param name="Token">The token; null when it waits.</param>
/// <param name="Hold">For how long it is held; null when it has the token, or is called within seconds.</param>
/// <param name="Under">The rate for which it waits.</param>
internal readonly record struct RateTurn(RateToken? Token, TimeSpan? Hold, RatePurse? Under);
