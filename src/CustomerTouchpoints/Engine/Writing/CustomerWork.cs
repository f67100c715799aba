using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>The customers within a batch: what is known of them, and what is to be written of it.</summary>
/// <param name="rows">The loaded customers.</param>
/// <param name="traits">What was stored of them; what the directory says of them meanwhile replaces it.</param>
internal sealed class CustomerWork(IReadOnlyDictionary<CustomerId, CustomerRow> rows, Dictionary<CustomerId, Customer> traits)
{
    private readonly Dictionary<CustomerId, CustomerRow> changed = [];
    private readonly HashSet<Recipient> noted = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyDictionary<CustomerId, Customer> Traits => traits;

    public IReadOnlyCollection<CustomerRow> Changed => changed.Values;

    /// <summary>
    /// Keeps the traits that the directory told: decisions see traits only, so that they are the same whether it answers or not.
    /// </summary>
    public void Note(IReadOnlyDictionary<CustomerId, Recipient> recipients)
    {
        foreach ((CustomerId id, Recipient recipient) in recipients)
        {
            if (recipient is not Recipient.Known known || !noted.Add(known))
            {
                continue;
            }

            traits[id] = known.Traits;
            if (!rows.TryGetValue(id, out CustomerRow? row) || row != known.Row)
            {
                changed[id] = known.Row;
            }
        }
    }
}
