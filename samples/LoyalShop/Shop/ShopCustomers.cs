using CustomerTouchpoints;

namespace LoyalShop.Shop;

/// <summary>The shop's own records: of one customer, today.</summary>
internal sealed class ShopCustomers : ICustomerDirectory
{
    public static Customer Ana { get; } =
        new()
        {
            Id = "ana",
            Name = "Ana Bianchi",
            Culture = "en-IT",
            TimeZone = "Europe/Rome",
            Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@example.org", [Channel.Sms] = "+390612345678" },
        };

    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([.. ids.Where(id => id == Ana.Id).Select(_ => Ana)]);
}
