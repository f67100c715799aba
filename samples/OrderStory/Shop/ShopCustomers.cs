using System.Text.Json;
using CustomerTouchpoints;

namespace OrderStory.Shop;

/// <summary>The shop's own customer records: here a file, in a real shop its database.</summary>
internal sealed class ShopCustomers : ICustomerDirectory
{
    private readonly Dictionary<CustomerId, Customer> customers;

    private ShopCustomers(IEnumerable<Customer> customers) => this.customers = customers.ToDictionary(customer => customer.Id);

    /// <summary>Every customer, in the order of the file.</summary>
    public IReadOnlyCollection<Customer> All => customers.Values;

    public static ShopCustomers Read(string file)
    {
        CustomerRecord[] records = JsonSerializer.Deserialize<CustomerRecord[]>(File.ReadAllText(file), JsonSerializerOptions.Web) ?? [];
        return new ShopCustomers(
            records.Select(record => new Customer
            {
                Id = record.Id,
                Name = record.Name,
                Culture = record.Culture,
                TimeZone = record.TimeZone,
                Addresses = AddressesOf(record),
                WantsPromotions = record.WantsPromotions,
            })
        );
    }

    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([.. ids.Where(customers.ContainsKey).Select(id => customers[id])]);

    public Customer? Find(CustomerId id) => customers.GetValueOrDefault(id);

    private static Dictionary<Channel, string> AddressesOf(CustomerRecord record)
    {
        var addresses = new Dictionary<Channel, string>();
        if (record.Email is not null)
        {
            addresses[Channel.Email] = record.Email;
        }

        if (record.Phone is not null)
        {
            addresses[Channel.Sms] = record.Phone;
        }

        return addresses;
    }
}
