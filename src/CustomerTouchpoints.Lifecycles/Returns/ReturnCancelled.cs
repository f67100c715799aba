namespace CustomerTouchpoints.Lifecycles.Returns;

/// <summary>The customer keeps it after all.</summary>
[Event("return.cancelled")]
public sealed record ReturnCancelled;
