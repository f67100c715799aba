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

    private static Task PruneAsync(ITouchpointStore store, CancellationToken cancellationToken) =>
        ((PostgreSqlTouchpointStore)store).PruneAsync(TimeSpan.Zero, cancellationToken);
}
