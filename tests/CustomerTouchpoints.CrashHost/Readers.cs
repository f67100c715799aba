namespace CustomerTouchpoints.CrashHost;

/// <summary>Everybody reads their mail at the test's server, and has a hook there.</summary>
internal sealed class Readers : ICustomerDirectory
{
    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([
            .. ids.Select(id => new Customer
            {
                Id = id,
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = $"{id.Value}@post.example", ["webhook"] = "the endpoint" },
            }),
        ]);
}
