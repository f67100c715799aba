using CustomerTouchpoints.Bench;

namespace CustomerTouchpoints.Load.Neighbours;

/// <summary>The buyers, all of whom have the neighbour's channels as well.</summary>
internal sealed class NeighbourDirectory : ICustomerDirectory
{
    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([.. ids.Select(Profile)]);

    private static Customer Profile(CustomerId id)
    {
        Customer buyer = Buyers.Profile(id);
        var addresses = new Dictionary<Channel, string>(buyer.Addresses) { [NeighbourLifecycle.Down] = "4711" };
        foreach (Channel line in NeighbourLifecycle.Doubtful)
        {
            addresses[line] = "+49 30 4711";
        }

        return buyer with
        {
            Addresses = addresses,
        };
    }
}
