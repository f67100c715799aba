using CustomerTouchpoints;

namespace OrderStory.Shop;

/// <summary>Somebody has taken the parcel in.</summary>
[Event("parcel.delivered")]
internal sealed record ParcelDelivered(string TakenInBy);
