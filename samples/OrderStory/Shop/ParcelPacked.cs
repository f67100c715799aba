using CustomerTouchpoints;

namespace OrderStory.Shop;

/// <summary>The warehouse has packed the order.</summary>
[Event("parcel.packed")]
internal sealed record ParcelPacked(string PackedBy);
