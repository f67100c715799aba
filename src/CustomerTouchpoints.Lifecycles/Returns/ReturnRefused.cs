namespace CustomerTouchpoints.Lifecycles.Returns;

/// <summary>There is no money for it: it can't be sent back, or came back broken.</summary>
/// <param name="Cause">Why, as a sentence for the customer in their language.</param>
[Event("return.refused")]
public sealed record ReturnRefused(string Cause);
