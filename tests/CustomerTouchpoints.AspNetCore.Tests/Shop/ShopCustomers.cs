namespace CustomerTouchpoints.AspNetCore.Tests.Shop;

/// <summary>Customers whose id says their culture: <c>ana-de</c> reads German.</summary>
internal sealed class ShopCustomers : ICustomerDirectory
{
    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([
            .. ids.Select(id => new Customer
            {
                Id = id,
                Name = $"{id} <script>alert(1)</script>",
                Culture = id.Value.Split('-') is [_, var culture] ? culture : "en",
                TimeZone = "Europe/Rome",
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "canary@post.example", [Channel.Sms] = "+393331234567" },
            }),
        ]);
}
