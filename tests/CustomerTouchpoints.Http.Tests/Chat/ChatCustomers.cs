namespace CustomerTouchpoints.Http.Tests.Chat;

/// <summary>Everybody is called what nobody is called.</summary>
internal sealed class ChatCustomers(string url) : ICustomerDirectory
{
    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([
            .. ids.Select(id => new Customer
            {
                Id = id,
                Name = "[bank](https://evil.example) *Ana*",
                Addresses = new Dictionary<Channel, string> { ["slack"] = url, ["room"] = "the room" },
            }),
        ]);
}
