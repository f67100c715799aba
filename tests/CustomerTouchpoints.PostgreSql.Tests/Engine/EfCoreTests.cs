using CustomerTouchpoints.PostgreSql.Host;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>Facts that commit with what EF Core saves.</summary>
public sealed class EfCoreTests
{
    [Test]
    public async Task A_fact_commits_with_what_was_saved_and_is_rolled_back_with_it()
    {
        using var schema = new StoreSchema();
        await using SharedHost host = await SharedHost.StartAsync(schema);
        await using NpgsqlConnection connection = schema.ConnectHost();
        await connection.OpenAsync();
        await using var shop = new ShopDb(connection);
        await shop.Database.ExecuteSqlRawAsync("CREATE TEMPORARY TABLE parcels (id integer PRIMARY KEY)");
        for (int id = 1; id <= 4; id++)
        {
            await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync();
            shop.Parcels.Add(new Parcel { Id = id });
            await shop.SaveChangesAsync();
            await host.Touchpoints.EnlistAsync(ParcelLifecycle.Fact("packed", $"{id}", "ana"), transaction.GetDbTransaction());
            await (id % 2 == 0 ? transaction.RollbackAsync() : transaction.CommitAsync());
            shop.ChangeTracker.Clear();
        }

        await Patience.UntilAsync(() => host.Channel.Attempts.Count == 2, () => $"2 messages; there are {host.Channel.Attempts.Count}");
        Assert.That(await shop.Parcels.Select(parcel => parcel.Id).Order().ToListAsync(), Is.EqualTo([1, 3]));
        Assert.That(schema.Ask<long>("SELECT count(*) FROM journeys"), Is.EqualTo(2));
        Assert.That(schema.Ask<long>("SELECT count(*) FROM intake"), Is.Zero);
    }

    private sealed class Parcel
    {
        public int Id { get; init; }
    }

    private sealed class ShopDb(NpgsqlConnection connection) : DbContext
    {
        public DbSet<Parcel> Parcels => Set<Parcel>();

        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql(connection);

        protected override void OnModelCreating(ModelBuilder model) =>
            model.Entity<Parcel>(parcel =>
            {
                parcel.ToTable("parcels");
                parcel.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
            });
    }
}
