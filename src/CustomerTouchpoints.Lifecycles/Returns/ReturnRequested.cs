namespace CustomerTouchpoints.Lifecycles.Returns;

/// <summary>A customer wants to send something back.</summary>
/// <param name="Order">The number of the order that it is from.</param>
/// <param name="Items">What they send back, by name.</param>
[Event("return.requested")]
public sealed record ReturnRequested(string Order, IReadOnlyList<string> Items);
