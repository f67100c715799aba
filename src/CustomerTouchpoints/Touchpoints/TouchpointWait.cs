namespace CustomerTouchpoints.Touchpoints;

/// <summary>That a touchpoint has to wait: it was held at the gate, or is between tries.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Revision">The revision of the switches at which it was held behind one; null when it is not.</param>
internal sealed record TouchpointWait(DateTimeOffset Since, long? Revision = null);
