using CustomerTouchpoints;

namespace ShopWeb.Shop;

/// <summary>A customer has ordered a camera.</summary>
[Event("order.placed")]
internal sealed record OrderPlaced(string Camera, decimal Price);

/// <summary>The payment has arrived.</summary>
[Event("payment.accepted")]
internal sealed record PaymentAccepted(string PaidWith);

/// <summary>The camera is checked and packed.</summary>
[Event("parcel.packed")]
internal sealed record ParcelPacked(string PackedBy);

/// <summary>A carrier has the parcel, and says until when it delivers.</summary>
[Event("parcel.shipped")]
internal sealed record ParcelShipped(string Carrier, DateTimeOffset DeliverBy);

/// <summary>The customer has it.</summary>
[Event("parcel.delivered")]
internal sealed record ParcelDelivered;

/// <summary>It came back.</summary>
[Event("parcel.returned")]
internal sealed record ParcelReturned;

/// <summary>The customer does not want it any more.</summary>
[Event("order.cancelled")]
internal sealed record OrderCancelled;
