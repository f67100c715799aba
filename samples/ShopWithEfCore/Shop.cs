using CustomerTouchpoints;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Touchpoints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ShopWithEfCore;

/// <summary>Takes orders. What customers hear of them is the library's business.</summary>
internal sealed class Shop(IDbContextFactory<ShopDb> shop, ICustomerTouchpoints touchpoints)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Stores the order and enlists the news of it in one transaction: both are committed, or neither.</summary>
    public async Task PlaceAsync(string customer, string item, bool cardIsGood = true)
    {
        await using ShopDb db = await shop.CreateDbContextAsync();
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync();
        var order = new Order { Customer = customer, Item = item };
        db.Orders.Add(order);
        await db.SaveChangesAsync();
        await touchpoints.EnlistAsync(
            $"order/{order.Id}",
            new OrderPlaced(item),
            id: "placed",
            transaction.GetDbTransaction(),
            customer: customer
        );
        if (cardIsGood)
        {
            await transaction.CommitAsync();
        }
    }

    /// <summary>How many orders there are.</summary>
    public async Task<int> CountAsync()
    {
        await using ShopDb db = await shop.CreateDbContextAsync();
        return await db.Orders.CountAsync();
    }

    /// <summary>Waits until the customer of each order has been told, and says how many mails that took.</summary>
    public async Task<int> EverybodyIsToldAsync()
    {
        await using ShopDb db = await shop.CreateDbContextAsync();
        while (true)
        {
            List<Order> orders = await db.Orders.AsNoTracking().ToListAsync();
            var told = new HashSet<string>();
            foreach (string customer in orders.Select(order => order.Customer).Distinct())
            {
                Timeline timeline = await touchpoints.TimelineAsync(customer);
                told.UnionWith(
                    timeline.Touchpoints.Where(message => message.Status == TouchpointStatus.Sent).Select(message => message.Id.Journey.Key)
                );
            }

            if (orders.TrueForAll(order => told.Contains($"{order.Id}")))
            {
                return told.Count;
            }

            await Task.Delay(Glance);
        }
    }
}
