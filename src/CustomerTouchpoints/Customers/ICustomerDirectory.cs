namespace CustomerTouchpoints;

/// <summary>The host's own customer records, asked whenever somebody is to be told something.</summary>
/// <remarks>
/// Called concurrently, outside any transaction, with a deadline of one second by default; results are used again for half a minute by
/// default. When it fails, decisions use the last known traits and messages are held until it answers again: nothing is lost.
/// </remarks>
public interface ICustomerDirectory
{
    /// <summary>Finds customers by id, many at once.</summary>
    /// <param name="ids">Distinct ids; at least one.</param>
    /// <param name="cancellationToken">Cancelled when the deadline passes.</param>
    /// <returns>The customers that exist, in any order. Leave out those that do not: their messages wait, at growing intervals, until they
    /// are stale.</returns>
    Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);
}
