using OrderStory.Shop;

namespace CustomerTouchpoints.Bench;

/// <summary>What happens to an order, in order.</summary>
internal static class Story
{
    public static readonly DateTimeOffset Arrival = new(2026, 10, 16, 13, 30, 0, TimeSpan.Zero);

    public static readonly OrderPlaced Placed = new(
        new Money(1249.50m, "EUR"),
        [new OrderItem("Lumen M2", 1, new Money(1199m, "EUR")), new OrderItem("Hako strap", 2, new Money(25.25m, "EUR"))]
    );

    public static readonly PaymentAccepted Paid = new("Visa 4242", new DateOnly(2026, 10, 16));

    public static readonly ParcelPacked Packed = new("Rosa");

    public static readonly ParcelShipped Shipped = new("DHL", new Uri("https://track.example/1042?lang=en"), Arrival);

    public static readonly ParcelDelivered Delivered = new("Ms Rossi, 2nd floor");

    /// <summary>How many events an order has, and messages.</summary>
    public const int Steps = 5;
}
