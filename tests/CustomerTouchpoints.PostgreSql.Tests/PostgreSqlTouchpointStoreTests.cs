using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.PostgreSql.Tests;

public sealed class PostgreSqlTouchpointStoreTests
{
    private static IReadOnlyList<ContractCase> Promises =>
        [
            .. TouchpointStoreContract.Cases(StoreSchema.Location),
            .. TouchpointStoreContract.IntakeCases(StoreSchema.Location, writersAtOnce: true),
            .. TouchpointStoreContract.RetentionCases(StoreSchema.Location, PruneAsync),
            .. TouchpointStoreContract.SharedCases(StoreSchema.Location, hasIntake: true),
        ];

    [TestCaseSource(nameof(Promises))]
    public Task Keeps_the_promise(ContractCase promise) => promise.RunAsync();

    [Test]
    public async Task There_is_work_once_something_is_due_or_waits_in_the_intake_and_not_before()
    {
        using var schema = new StoreSchema();
        await using PostgreSqlTouchpointStore store = await schema.OpenAsync();
        Assert.That(store.MayHaveWork(DateTimeOffset.MaxValue), Is.False);
        schema.Execute(
            "INSERT INTO journeys (id, lifecycle, key, partition, version, standing, sequence, created_at, due_at, memory, data) VALUES "
                + "(1, 'order', '1', 0, 1, 'open', 1, now(), '2026-03-02 12:00Z', '{}', '{}')"
        );
        var due = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        Assert.That(store.MayHaveWork(due.AddMicroseconds(-1)), Is.False);
        Assert.That(store.MayHaveWork(due), Is.True);

        schema.Execute(
            "INSERT INTO intake (lifecycle, key, name, event_id, occurred_at, enlisted_at, parties, data, set_aside) VALUES ('order', "
                + "'2', 'order.placed', 'e1', now(), now(), '{}', '{}', 'it is broken')"
        );
        Assert.That(store.MayHaveWork(DateTimeOffset.MinValue), Is.False);
        schema.Execute("UPDATE intake SET set_aside = NULL");
        Assert.That(store.MayHaveWork(DateTimeOffset.MinValue), Is.True);
    }

    private static Task PruneAsync(ITouchpointStore store, CancellationToken cancellationToken) =>
        Retention.StepAsync(((PostgreSqlTouchpointStore)store).Database, TimeSpan.Zero, cancellationToken);
}
