using System.Data.Common;
using CustomerTouchpoints.Sqlite.Tests.Engine;
using CustomerTouchpoints.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CustomerTouchpoints.Sqlite.Tests.HostTransactions;

/// <summary>Facts in transactions of EF Core.</summary>
public sealed class EfCoreTests
{
    [Test]
    public async Task A_fact_goes_with_the_contexts_transaction()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        await using ShopContext context = Context(shop);
        await PlaceAsync(host, context, "7", commit: true);
        await PlaceAsync(host, context, "8", commit: false);
        await host.AdvanceAsync(TimeSpan.Zero);

        Assert.That(host.Sent.Select(message => message.Touchpoint.Journey.Key), Is.EqualTo(["7"]));
        context.ChangeTracker.Clear();
        Assert.That(await context.Orders.Select(order => order.Parcel).ToListAsync(), Is.EqualTo(["7"]));
    }

    [Test]
    public async Task A_savepoint_that_is_rolled_back_takes_its_facts_along_and_leaves_the_others()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        await using ShopContext context = Context(shop);
        await using (IDbContextTransaction transaction = await context.Database.BeginTransactionAsync())
        {
            DbTransaction own = context.Database.CurrentTransaction!.GetDbTransaction();
            await host.Touchpoints.EnlistAsync(ParcelLifecycle.Fact("packed", "1", "7", "ana"), own);
            await transaction.CreateSavepointAsync("second");
            await host.Touchpoints.EnlistAsync(ParcelLifecycle.Fact("packed", "1", "8", "ana"), own);
            await transaction.RollbackToSavepointAsync("second");
            await transaction.CommitAsync();
        }

        await host.AdvanceAsync(TimeSpan.Zero);
        Assert.That(host.Sent.Select(message => message.Touchpoint.Journey.Key), Is.EqualTo(["7"]));
    }

    [Test]
    public async Task A_unique_key_of_the_host_that_fails_keeps_the_fact_back()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        await using (ShopContext first = Context(shop))
        {
            await PlaceAsync(host, first, "7", commit: true);
        }

        await using (ShopContext second = Context(shop))
        await using (IDbContextTransaction transaction = await second.Database.BeginTransactionAsync())
        {
            await host.Touchpoints.EnlistAsync(ParcelLifecycle.Fact("shipped", "2", "7", "ana"), transaction.GetDbTransaction());
            second.Orders.Add(new ShopOrder { Parcel = "7" });
            Assert.That(() => second.SaveChangesAsync(), Throws.TypeOf<DbUpdateException>());
        }

        await host.AdvanceAsync(TimeSpan.Zero);
        host.Sent.ShouldBe("parcel-packed");
    }

    private static async Task PlaceAsync(TouchpointsTestHost host, ShopContext context, string parcel, bool commit)
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync();
        context.Orders.Add(new ShopOrder { Parcel = parcel });
        await context.SaveChangesAsync();
        await host.Touchpoints.EnlistAsync(
            ParcelLifecycle.Fact("packed", "1", parcel, "ana"),
            context.Database.CurrentTransaction!.GetDbTransaction()
        );
        if (commit)
        {
            await transaction.CommitAsync();
        }
    }

    private static ShopContext Context(Shop shop) =>
        new(new DbContextOptionsBuilder<ShopContext>().UseSqlite($"Data Source={shop.Folder.Database};Pooling=False").Options);

    private sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
    {
        public DbSet<ShopOrder> Orders => Set<ShopOrder>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<ShopOrder>().ToTable("orders").HasKey(order => order.Parcel);
    }

    private sealed class ShopOrder
    {
        public required string Parcel { get; set; }
    }
}
