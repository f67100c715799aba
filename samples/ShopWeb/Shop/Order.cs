using CustomerTouchpoints;

namespace ShopWeb.Shop;

/// <summary>An order as the shop's own books have it. Where it stands, the library knows.</summary>
public sealed record Order(long Number, string Customer, string Camera, decimal Price, DateTimeOffset PlacedAt)
{
    public JourneyId Journey => new("order", Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
