using CustomerTouchpoints;

namespace TouchpointsApp;

[Event("order.placed")]
public sealed record OrderPlaced(string OrderNumber);

[Event("parcel.shipped")]
public sealed record ParcelShipped(string Carrier, Uri TrackingUrl);

[Event("parcel.delivered")]
public sealed record ParcelDelivered;
