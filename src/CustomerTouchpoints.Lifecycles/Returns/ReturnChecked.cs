namespace CustomerTouchpoints.Lifecycles.Returns;

/// <summary>What came back was checked, and there is money for it.</summary>
/// <param name="Refund">How much.</param>
/// <param name="Deducted">How much less than was paid. Null when it is all.</param>
/// <param name="Cause">Why something was deducted, as a sentence for the customer in their language. Null says nothing of it.</param>
[Event("return.checked")]
public sealed record ReturnChecked(Money Refund, Money? Deducted = null, string? Cause = null);
