using System.Data;
using System.Data.Common;
using CustomerTouchpoints.Sqlite.Tests.Engine;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests.HostTransactions;

/// <summary>Transactions that can't carry a fact, and raising while one is open.</summary>
public sealed class RefusedTransactionTests
{
    private static readonly IncomingEvent Packed = ParcelLifecycle.Fact("packed", "1", "7", "ana");

    [Test]
    public async Task A_transaction_on_another_file_is_refused_with_both_names()
    {
        using var shop = new Shop();
        using var other = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        using SqliteConnection connection = other.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        Assert.That(
            () => host.Touchpoints.EnlistAsync(Packed, transaction),
            Throws
                .ArgumentException.With.Message.Contains(shop.Folder.Database)
                .And.Message.Contains(other.Folder.Database)
                .And.Message.Contains("Data Source")
        );
    }

    [Test]
    public async Task A_transaction_in_memory_is_refused()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using SqliteTransaction transaction = connection.BeginTransaction();
        Assert.That(
            () => host.Touchpoints.EnlistAsync(Packed, transaction),
            Throws.ArgumentException.With.Message.Contains("a database in memory")
        );
    }

    [Test]
    public async Task A_transaction_of_another_provider_is_refused_with_its_name()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        await using var transaction = new ForeignTransaction();
        Assert.That(
            () => host.Touchpoints.EnlistAsync(Packed, transaction),
            Throws.ArgumentException.With.Message.Contains(nameof(ForeignTransaction)).And.Message.Contains("Microsoft.Data.Sqlite")
        );
    }

    [TestCase("commit")]
    [TestCase("rollback")]
    [TestCase("close")]
    [TestCase("rolled back by itself")]
    public async Task A_transaction_that_is_over_is_refused_and_nothing_is_written(string end)
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        using SqliteConnection connection = shop.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        switch (end)
        {
            case "commit":
                transaction.Commit();
                break;
            case "rollback":
                transaction.Rollback();
                break;
            case "close":
                connection.Close();
                break;
            default:
                Shop.Execute(connection, transaction, "ROLLBACK");
                break;
        }

        Assert.That(
            () => host.Touchpoints.EnlistAsync(Packed, transaction),
            Throws.InvalidOperationException.With.Message.Contains("The transaction is over")
        );
        Assert.That(shop.Ask("SELECT count(*) FROM touchpoints_intake"), Is.EqualTo("0"));
    }

    [Test]
    public async Task A_transaction_that_has_read_before_others_wrote_is_told_to_begin_anew()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync();
        using var connection = new SqliteConnection($"Data Source={shop.Folder.Database};Pooling=False;Default Timeout=1");
        connection.Open();
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
        Shop.Execute(connection, transaction, "SELECT count(*) FROM orders");
        shop.Ask("INSERT INTO orders VALUES ('8')");
        Assert.That(
            () => host.Touchpoints.EnlistAsync(Packed, transaction),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("BeginTransaction(deferred: false)")
        );
    }

    [Test]
    public async Task A_file_that_no_host_has_opened_yet_is_named()
    {
        using var shop = new Shop();
        await using ServiceProvider services = new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints =>
                touchpoints
                    .AddLifecycle<ParcelLifecycle>()
                    .UseSqlite($"Data Source={shop.Folder.Database}")
                    .UseCustomers(new StubDirectory("email"))
            )
            .BuildServiceProvider();
        using SqliteConnection connection = shop.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        Assert.That(
            () => services.GetRequiredService<ICustomerTouchpoints>().EnlistAsync(Packed, transaction),
            Throws
                .TypeOf<StoreUnavailableException>()
                .With.Message.Contains(shop.Folder.Database)
                .And.Message.Contains("Start the host once")
        );
    }

    [TestCase("file", false)]
    [TestCase("folder", false)]
    [TestCase("folder", true)]
    public async Task A_path_through_a_link_is_the_same_file(string linked, bool byTheStore)
    {
        using var shop = new Shop();
        string link = Path.Combine(shop.Folder.Path, "link");
        string through = linked == "file" ? link : Path.Combine(link, Path.GetFileName(shop.Folder.Database));
        File.CreateSymbolicLink(link, linked == "file" ? shop.Folder.Database : shop.Folder.Path);
        await using TouchpointsTestHost host = await shop.StartAsync(touchpoints =>
            touchpoints.UseSqlite($"Data Source={(byTheStore ? through : shop.Folder.Database)}")
        );
        using var connection = new SqliteConnection($"Data Source={(byTheStore ? shop.Folder.Database : through)};Pooling=False");
        connection.Open();
        using (SqliteTransaction transaction = connection.BeginTransaction())
        {
            await host.Touchpoints.EnlistAsync(Packed, transaction);
            transaction.Commit();
        }

        await host.AdvanceAsync(TimeSpan.Zero);
        host.Sent.ShouldBe("parcel-packed");
    }

    [Test]
    public async Task Raising_while_the_host_holds_the_writer_fails_with_the_cause_and_both_ways_out()
    {
        using var shop = new Shop();
        await using TouchpointsTestHost host = await shop.StartAsync(touchpoints =>
            touchpoints.UseSqlite(sqlite =>
            {
                sqlite.ConnectionString = $"Data Source={shop.Folder.Database}";
                sqlite.BusyTimeout = TimeSpan.FromMilliseconds(50);
            })
        );
        using SqliteConnection connection = shop.Connect();
        using (SqliteTransaction transaction = connection.BeginTransaction())
        {
            Assert.That(
                () => host.RaiseAsync(Packed),
                Throws
                    .TypeOf<StoreUnavailableException>()
                    .With.Message.Contains("a transaction that this host has open on it")
                    .And.Message.Contains("EnlistAsync(event, transaction)")
                    .And.Message.Contains("commit or roll back before you call RaiseAsync")
                    .And.Message.Contains(shop.Folder.Database)
            );
            await host.Touchpoints.EnlistAsync(Packed, transaction);
            transaction.Commit();
        }

        await host.AdvanceAsync(TimeSpan.Zero);
        host.Sent.ShouldBe("parcel-packed");
    }

    /// <summary>A transaction of some other database.</summary>
    private sealed class ForeignTransaction : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

        protected override DbConnection? DbConnection => null;

        public override void Commit() => throw new NotSupportedException();

        public override void Rollback() => throw new NotSupportedException();
    }
}
