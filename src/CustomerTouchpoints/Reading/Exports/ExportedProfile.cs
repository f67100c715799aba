namespace CustomerTouchpoints.Reading.Exports;

/// <summary>What the host's directory says of a customer.</summary>
internal sealed record ExportedProfile(string? Name, IReadOnlyDictionary<string, string> Addresses, TraitsView Traits)
{
    public static ExportedProfile Of(Customer customer) =>
        new(
            customer.Name,
            customer.Addresses.ToDictionary(address => address.Key.Name, address => address.Value),
            Customers.Traits.Of(customer).ToView()
        );
}
