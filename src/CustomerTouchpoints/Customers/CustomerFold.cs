namespace CustomerTouchpoints.Customers;

/// <summary>
/// Where a customer stands is nothing but their changes: those of their own journal in its order, and those that the journals of their
/// journeys tell, in any order.
/// </summary>
internal static class CustomerFold
{
    /// <summary>The customer as journals give them.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="journal">Their own journal, oldest entry first.</param>
    /// <param name="told">What the journals of their journeys tell of them.</param>
    public static CustomerSnapshot Replay(CustomerId id, IEnumerable<CustomerEntry> journal, IEnumerable<CustomerChange> told) =>
        told.Aggregate(
            journal.Aggregate(CustomerSnapshot.Unheard(id), (customer, entry) => customer.Apply(entry)),
            (customer, change) => customer.Apply(change)
        );
}
