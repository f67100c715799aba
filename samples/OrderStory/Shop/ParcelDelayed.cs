using CustomerTouchpoints;

namespace OrderStory.Shop;

/// <summary>The carrier expects to be late.</summary>
[Event("parcel.delayed")]
internal sealed record ParcelDelayed(DateTimeOffset Arrival);
