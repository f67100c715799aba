using System.Collections.Concurrent;

namespace CustomerTouchpoints.Testing;

/// <summary>
/// A directory that knows everybody: whoever was not described has an address on every channel, writes English and lives in UTC.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class StubDirectory : ICustomerDirectory
{
    private readonly ConcurrentDictionary<CustomerId, Customer?> described = new();
    private readonly IReadOnlyCollection<Channel> channels;

    /// <summary>Knows everybody on these channels.</summary>
    /// <exception cref="ArgumentException">One is <c>default(Channel)</c>, which names none.</exception>
    public StubDirectory(params IReadOnlyCollection<Channel> channels) =>
        this.channels = [.. channels.Select(channel => Channel.Given(channel, nameof(channels)))];

    /// <summary>Whether the directory fails, as one does when its database is down.</summary>
    public bool IsDown { get; set; }

    /// <summary>Describes a customer.</summary>
    public void Describe(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        described[customer.Id] = customer;
    }

    /// <summary>Says that a customer does not exist.</summary>
    public void Forget(CustomerId customer) => described[customer] = null;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="IsDown"/> is set.</exception>
    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        IsDown
            ? throw new InvalidOperationException("The stub directory is down.")
            : Task.FromResult<IReadOnlyCollection<Customer>>([.. ids.Select(Find).OfType<Customer>()]);

    private Customer? Find(CustomerId id) =>
        described.TryGetValue(id, out Customer? customer)
            ? customer
            : new Customer
            {
                Id = id,
                Name = id.Value,
                TimeZone = "Etc/UTC",
                Addresses = channels.ToDictionary(
                    channel => channel,
                    channel => $"{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(id.Value))}@{channel}.example"
                ),
            };
}
