namespace CustomerTouchpoints.Journeys;

/// <summary>A timer of a journey. It never acts by itself: what it finds when it fires decides.</summary>
/// <param name="Key">What it is for: a timed transition or a rule.</param>
/// <param name="Due">When it fires.</param>
/// <param name="Scope">The state it belongs to; it ends with the visit.</param>
/// <param name="Count">How often its rule has spoken within the visit.</param>
internal sealed record JourneyTimer(string Key, DateTimeOffset Due, string Scope, int Count = 0);
