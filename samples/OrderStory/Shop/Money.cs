namespace OrderStory.Shop;

/// <summary>An amount with its currency, such as 1249.50 EUR.</summary>
internal sealed record Money(decimal Amount, string Currency);
