namespace CustomerTouchpoints.Lifecycles;

/// <summary>An event that opens a journey without being a step of its line.</summary>
internal sealed record Opening(string Event, State Target);
