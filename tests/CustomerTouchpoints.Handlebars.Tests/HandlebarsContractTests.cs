using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.Handlebars.Tests;

public sealed class HandlebarsContractTests
{
    private static readonly TemplateEngineContractSyntax Syntax = new()
    {
        Loop = "{{#each items}}[{{this}}]{{/each}}",
        NestedLoop = "{{#each items}}{{#each @root.items}}{{/each}}{{/each}}",
        Table = "| Item |\n|---|\n{{#each items}}\n| {{this}} |\n{{/each}}\n\nAfter",
        Condition = "{{#if gift}}yes{{else}}no{{/if}}",
        Include = null,
        Broken = "{{#if gift}}never closed",
        Forbidden = ["{{{name}}}", "{{& name}}", "{{~{name}~}}", "{{> other}}", "{{#> other}}{{/other}}", "{{#*inline \"a\"}}{{/inline}}"],
    };

    private static IReadOnlyList<ContractCase> Contract => TemplateEngineContract.Cases(() => new HandlebarsEngine(), Syntax);

    [TestCaseSource(nameof(Contract))]
    public Task It_keeps_the_contract(ContractCase promise) => promise.RunAsync();
}
