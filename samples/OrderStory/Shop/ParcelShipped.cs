using CustomerTouchpoints;

namespace OrderStory.Shop;

/// <summary>A carrier has the parcel.</summary>
[Event("parcel.shipped")]
internal sealed record ParcelShipped(string Carrier, Uri Tracking, DateTimeOffset Arrival);
