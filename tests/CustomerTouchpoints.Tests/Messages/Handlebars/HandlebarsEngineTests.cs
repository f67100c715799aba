using CustomerTouchpoints.Messages.Handlebars;
using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.Tests.Messages.Handlebars;

public sealed class HandlebarsEngineTests
{
    private static IReadOnlyList<ContractCase> Contract => TemplateEngineContract.Cases(() => new HandlebarsEngine());

    [TestCaseSource(nameof(Contract))]
    public Task It_keeps_the_contract(ContractCase promise) => promise.RunAsync();
}
