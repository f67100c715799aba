namespace ShopWeb.Shop;

/// <summary>One message that left.</summary>
public sealed record OutboxLine(string Name, string To, string Subject, DateTimeOffset At, string Text, string? Html);
