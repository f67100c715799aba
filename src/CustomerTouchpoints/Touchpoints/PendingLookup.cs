namespace CustomerTouchpoints.Touchpoints;

/// <summary>That its channel is being asked what became of the last attempt.</summary>
/// <param name="At">When it is asked next.</param>
/// <param name="Asked">How often it was asked.</param>
internal sealed record PendingLookup(DateTimeOffset At, int Asked);
