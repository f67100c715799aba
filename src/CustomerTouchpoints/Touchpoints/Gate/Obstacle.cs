namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>What keeps a message from leaving now, though nothing in its journey does.</summary>
/// <param name="Reason">Why, in words.</param>
/// <param name="Until">When to ask again.</param>
internal sealed record Obstacle(Reason Reason, DateTimeOffset Until);
