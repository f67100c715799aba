using CustomerTouchpoints;

namespace TouchpointsApp;

/// <summary>Where customers are found: put your own records in place of this one.</summary>
public sealed class AppCustomers : ICustomerDirectory
{
    private static readonly Customer Ana = new()
    {
        Id = "ana",
        Name = "Ana Costa",
        Culture = "en-GB",
        TimeZone = "Europe/Lisbon",
        Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@mail.example" },
    };

    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([.. new[] { Ana }.Where(customer => ids.Contains(customer.Id))]);
}
