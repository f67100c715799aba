using CustomerTouchpoints.Messages.Scriban;
using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.Tests.Messages.Scriban;

public sealed class ScribanContractTests
{
    private static IReadOnlyList<ContractCase> Contract => TemplateEngineContract.Cases(() => new ScribanEngine(TimeProvider.System));

    [TestCaseSource(nameof(Contract))]
    public Task It_keeps_the_contract(ContractCase promise) => promise.RunAsync();
}
