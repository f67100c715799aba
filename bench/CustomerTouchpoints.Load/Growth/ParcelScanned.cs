namespace CustomerTouchpoints.Load.Growth;

/// <summary>A parcel was seen once more: as often as one likes.</summary>
[Event("parcel.scanned")]
internal sealed record ParcelScanned(string PackedBy);
