using CustomerTouchpoints;
using Microsoft.EntityFrameworkCore;

namespace ShopWithEfCore;

/// <summary>The shop's own table is the truth about its customers.</summary>
internal sealed class ShopCustomers(IDbContextFactory<ShopDb> shop) : ICustomerDirectory
{
    public async Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
    {
        string[] wanted = [.. ids.Select(id => id.Value)];
        await using ShopDb db = await shop.CreateDbContextAsync(cancellationToken);
        List<Person> found = await db.Customers.AsNoTracking().Where(person => wanted.Contains(person.Id)).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(person => new Customer
            {
                Id = person.Id,
                Name = person.Name,
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = person.Email },
            }),
        ];
    }
}
