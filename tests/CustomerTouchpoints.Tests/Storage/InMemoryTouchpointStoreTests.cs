using System.Data;
using System.Data.Common;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Storage.Memory;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Testing.Contracts;
using CustomerTouchpoints.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Storage;

public sealed class InMemoryTouchpointStoreTests
{
    private static IReadOnlyList<ContractCase> Promises =>
        TouchpointStoreContract.Cases(() =>
        {
            var store = new InMemoryTouchpointStore();
            return new TouchpointStoreContractLocation(() => store);
        });

    [TestCaseSource(nameof(Promises))]
    public Task Keeps_the_promise(ContractCase promise) => promise.RunAsync();

    [Test]
    public async Task Enlisting_is_refused_with_the_two_ways_out()
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>();
        await using var transaction = new NoTransaction();
        Assert.That(
            () => host.Touchpoints.EnlistAsync(OrderLifecycle.Fact("order.placed", "1", customer: "ana"), transaction),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("UseSqlite").And.Message.Contains("RaiseAsync")
        );
    }

    [Test]
    public async Task A_batch_that_outlives_its_term_commits_nothing()
    {
        await using var store = new InMemoryTouchpointStore();
        await store.OpenAsync(default);
        await using IStoreBatch frozen = await store.BeginAsync(new BatchKeys(["order/1"], [], []), default);
        await store.OpenAsync(default);
        Assert.That(
            async () => await frozen.CommitAsync(new BatchWrites(), default),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("term 2")
        );
    }

    [Test]
    public async Task A_host_that_was_overtaken_by_another_is_refused()
    {
        var shared = new InMemoryDatabase();
        await using var overtaken = new InMemoryTouchpointStore(shared);
        await using var owner = new InMemoryTouchpointStore(shared);
        await overtaken.OpenAsync(default);
        await owner.OpenAsync(default);
        Assert.That(
            async () => await overtaken.BeginAsync(new BatchKeys(["order/1"], [], []), default),
            Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("term 2")
        );
        await using IStoreBatch batch = await owner.BeginAsync(new BatchKeys(["order/1"], [], []), default);
        await overtaken.DisposeAsync();
        Assert.That(async () => await batch.CommitAsync(new BatchWrites(), default), Throws.Nothing);
    }

    [Test]
    public async Task A_store_that_is_not_open_refuses_every_call()
    {
        await using var store = new InMemoryTouchpointStore();
        Assert.That(
            async () => await store.ReadHighWaterMarkAsync(default),
            Throws.InvalidOperationException.With.Message.Contains("OpenAsync")
        );
        await store.OpenAsync(default);
        await store.DisposeAsync();
        Assert.That(async () => await store.BeginAsync(new BatchKeys([], [], []), default), Throws.InvalidOperationException);
    }

    [Test]
    public async Task The_store_that_was_chosen_last_is_used()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITouchpointStore>(_ => throw new InvalidOperationException("The store that was chosen first."));
        new TouchpointsBuilder(services).UseInMemoryStore().UseInMemoryStore();
        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.That(provider.GetServices<ITouchpointStore>(), Has.One.InstanceOf<InMemoryTouchpointStore>().And.Exactly(1).Items);
    }

    /// <summary>A transaction of some database.</summary>
    private sealed class NoTransaction : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

        protected override DbConnection? DbConnection => null;

        public override void Commit() => throw new NotSupportedException();

        public override void Rollback() => throw new NotSupportedException();
    }
}
