namespace OrderStory.Shop;

/// <summary>One line of an order.</summary>
internal sealed record OrderItem(string Name, int Count, Money Price);
