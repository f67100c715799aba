using CustomerTouchpoints;

namespace OrderStory.Shop;

/// <summary>The parcel has come back to us, and the money goes back to the customer.</summary>
[Event("parcel.returned")]
internal sealed record ParcelReturned(Money Refund);
