namespace OrderStory.Shop;

/// <summary>A customer as the shop's file describes them.</summary>
internal sealed record CustomerRecord(
    string Id,
    string Name,
    string Culture,
    string TimeZone,
    string? Email = null,
    string? Phone = null,
    bool WantsPromotions = false
);
