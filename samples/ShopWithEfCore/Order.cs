namespace ShopWithEfCore;

/// <summary>What somebody ordered.</summary>
internal sealed class Order
{
    public int Id { get; set; }

    public required string Customer { get; set; }

    public required string Item { get; set; }
}
