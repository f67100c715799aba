using Microsoft.EntityFrameworkCore;

namespace ShopWithEfCore;

/// <summary>The shop's own tables. The touchpoints have theirs beside them, in the same file.</summary>
internal sealed class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Person> Customers => Set<Person>();

    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder
            .Entity<Person>()
            .HasData(
                new Person
                {
                    Id = "ana",
                    Name = "Ana Costa",
                    Email = "ana@mail.example",
                },
                new Person
                {
                    Id = "ben",
                    Name = "Ben Okafor",
                    Email = "ben@mail.example",
                },
                new Person
                {
                    Id = "clea",
                    Name = "Clea Marin",
                    Email = "clea@mail.example",
                }
            );
}
