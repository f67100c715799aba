using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers;

/// <summary>What is stored of a customer: what decisions need, and nothing that names or reaches a person.</summary>
internal sealed record Traits(
    string Culture,
    string? TimeZone,
    IReadOnlyList<string> Segments,
    IReadOnlyDictionary<string, string> Attributes,
    bool WantsPromotions
)
{
    private Customer? customer;
    private string? text;

    /// <summary>The text as which they are stored: those that differ in nothing have one text.</summary>
    [JsonIgnore]
    public string Text
    {
        get => text ??= JsonSerializer.Serialize(this, TraitsJson.Default.Traits);
        init => text = value;
    }

    public static Traits Of(Customer customer) =>
        new(
            customer.Culture,
            customer.TimeZone,
            [.. customer.Segments.Order(StringComparer.Ordinal)],
            new SortedDictionary<string, string>(customer.Attributes.ToDictionary(), StringComparer.Ordinal),
            customer.WantsPromotions
        );

    /// <summary>What decisions may know of whoever has them: the same whether it was told now or stored before.</summary>
    public Customer For(CustomerId id) =>
        customer is { } made && made.Id == id
            ? made
            : customer = new Customer
            {
                Id = id,
                Culture = Culture,
                TimeZone = TimeZone,
                Segments = Segments.ToHashSet(StringComparer.Ordinal),
                Attributes = Attributes,
                WantsPromotions = WantsPromotions,
            };
}
