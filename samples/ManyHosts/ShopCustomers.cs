using CustomerTouchpoints;

namespace ManyHosts;

/// <summary>Everybody has a mailbox.</summary>
internal sealed class ShopCustomers : ICustomerDirectory
{
    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([
            .. ids.Select(id => new Customer
            {
                Id = id,
                Name = $"Customer {id}",
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = $"{id}@localhost" },
            }),
        ]);
}
