using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Sqlite.Tests;

public sealed class SqliteStoreOptionsTests
{
    [TestCase("", "names no file")]
    [TestCase("Data Source=", "names no file")]
    [TestCase("Data Source=:memory:", "UseInMemoryStore()")]
    [TestCase("Data Source=trial;Mode=Memory;Cache=Shared", "UseInMemoryStore()")]
    [TestCase("Data Source=file:touchpoints.db?mode=memory", "plain path")]
    [TestCase("Data Source=touchpoints.db;Mode=ReadOnly", "Mode=ReadOnly")]
    [TestCase("Data Source=touchpoints.db;Cache=Shared", "Cache=Shared")]
    [TestCase("Data Source=FILE:///tmp/touchpoints.db", "plain path")]
    [TestCase("Data Source=there/", "names the folder")]
    [TestCase("Data Source=/", "names the folder")]
    [TestCase("Host=localhost", "Write it like")]
    public void A_connection_that_can_not_work_is_refused_with_the_remedy(string connectionString, string remedy)
    {
        Assert.That(
            () => Resolve(sqlite => sqlite.ConnectionString = connectionString),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains(remedy)
        );
    }

    [Test]
    public void All_faults_are_told_at_once()
    {
        Assert.That(
            () =>
                Resolve(sqlite =>
                {
                    sqlite.Synchronous = (SqliteSynchronous)7;
                    sqlite.OwnershipTimeout = TimeSpan.FromSeconds(-1);
                    sqlite.BusyTimeout = TimeSpan.FromSeconds(-2);
                    sqlite.KeepFinished = TimeSpan.FromSeconds(-3);
                }),
            Throws.TypeOf<OptionsValidationException>().With.Property(nameof(OptionsValidationException.Failures)).Exactly(5).Items
        );
    }

    [Test]
    public async Task The_store_that_was_chosen_last_is_used()
    {
        var services = new ServiceCollection();
        Builder(services).UseSqlite("Data Source=:memory:").UseInMemoryStore();
        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.That(provider.GetServices<ITouchpointStore>(), Has.One.InstanceOf<InMemoryTouchpointStore>().And.Exactly(1).Items);
    }

    [Test]
    public async Task A_store_from_the_container_opens_its_file()
    {
        using var folder = new StoreFolder();
        var services = new ServiceCollection();
        Builder(services).UseInMemoryStore().UseSqlite($"Data Source={folder.Database}");
        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.That(await provider.GetRequiredService<ITouchpointStore>().OpenAsync(default), Is.EqualTo(1));
        Assert.That(folder.Database, Does.Exist);
    }

    private static void Resolve(Action<SqliteStoreOptions> configure)
    {
        var services = new ServiceCollection();
        Builder(services).UseSqlite(configure);
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<ITouchpointStore>();
    }

    private static TouchpointsBuilder Builder(IServiceCollection services) =>
        (TouchpointsBuilder)
            typeof(TouchpointsBuilder)
                .GetConstructors(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)[0]
                .Invoke([services, null]);
}
