namespace CustomerTouchpoints.Lifecycles.Returns;

/// <summary>The money has been paid.</summary>
/// <param name="Refund">How much.</param>
/// <param name="PaidTo">Where to, as the customer knows it, such as <c>Visa ·· 4242</c>. Null says nothing of it.</param>
[Event("refund.paid")]
public sealed record RefundPaid(Money Refund, string? PaidTo = null);
