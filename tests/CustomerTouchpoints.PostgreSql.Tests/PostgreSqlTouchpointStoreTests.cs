using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.PostgreSql.Tests;

public sealed class PostgreSqlTouchpointStoreTests
{
    private static IReadOnlyList<ContractCase> Promises => 
    [
        .. TouchpointStoreContract.Cases(StoreSchema.Location), .. TouchpointStoreContract.IntakeCases(StoreSchema.Location, writersAtOnce: true),
    ];

    [TestCaseSource(nameof(Promises))]
    public Task Keeps_the_promise(ContractCase promise) => promise.RunAsync();
}
