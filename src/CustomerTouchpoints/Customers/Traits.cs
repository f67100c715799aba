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
    public static Traits Of(Customer customer) =>
        new(
            customer.Culture,
            customer.TimeZone,
            [.. customer.Segments.Order(StringComparer.Ordinal)],
            new SortedDictionary<string, string>(customer.Attributes.ToDictionary(), StringComparer.Ordinal),
            customer.WantsPromotions
        );

    public Customer ToCustomer(CustomerId id) =>
        new()
        {
            Id = id,
            Culture = Culture,
            TimeZone = TimeZone,
            Segments = Segments.ToHashSet(StringComparer.Ordinal),
            Attributes = Attributes,
            WantsPromotions = WantsPromotions,
        };
}
