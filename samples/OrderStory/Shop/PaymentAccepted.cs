using CustomerTouchpoints;

namespace OrderStory.Shop;

/// <summary>The payment has gone through.</summary>
[Event("payment.accepted")]
internal sealed record PaymentAccepted(string PaidWith, DateOnly LeavesBy);
