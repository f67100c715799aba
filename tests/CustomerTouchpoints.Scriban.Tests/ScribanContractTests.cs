using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.Scriban.Tests;

public sealed class ScribanContractTests
{
    private static readonly TemplateEngineContractSyntax Syntax = new()
    {
        Loop = "{{for item in items}}[{{item}}]{{end}}",
        NestedLoop = "{{for a in items}}{{for b in items}}{{end}}{{end}}",
        Condition = "{{if gift}}yes{{else}}no{{end}}",
        Broken = "{{if gift}}never closed",
        Forbidden =
        [
            "{{include 'other'}}",
            "{{'other' | include}}",
            "{{x = include 'other'}}",
            "{{for a in (include_join ['a'] ',')}}{{end}}",
            "{{capture x}}{{name}}{{end}}{{x}}",
            "{{tablerow a in items}}{{a}}{{end}}",
            "{{ $\"{name}\" }}",
            "{{if}}",
            "{{1 + }}",
        ],
    };

    private static IReadOnlyList<ContractCase> Contract =>
        TemplateEngineContract.Cases(() => new ScribanEngine(TimeProvider.System), Syntax);

    [TestCaseSource(nameof(Contract))]
    public Task It_keeps_the_contract(ContractCase promise) => promise.RunAsync();
}
