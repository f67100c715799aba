namespace ShopWithEfCore;

/// <summary>A customer as the shop knows her.</summary>
internal sealed class Person
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required string Email { get; set; }
}
