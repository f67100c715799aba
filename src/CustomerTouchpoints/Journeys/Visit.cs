namespace CustomerTouchpoints.Journeys;

/// <summary>
/// The latest visit of a state, of a superstate, or of "while open": its number from 1, since when, and whether it lasts.
/// </summary>
internal sealed record Visit(string Scope, int Number, DateTimeOffset Since, bool Lasts);
