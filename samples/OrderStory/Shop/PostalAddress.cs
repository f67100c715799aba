namespace OrderStory.Shop;

/// <summary>Where a parcel goes.</summary>
internal sealed record PostalAddress(string Name, string Street, string City);
