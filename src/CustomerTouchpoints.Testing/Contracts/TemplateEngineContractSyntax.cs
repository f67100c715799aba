namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>How a template language writes what differs between languages; the defaults are Handlebars'.</summary>
/// <remarks>All languages write <c>{{name}}</c>, <c>{{parcel.carrier}}</c> and <c>{{helper value}}</c>. Immutable.</remarks>
public sealed record TemplateEngineContractSyntax
{
    /// <summary>Writes every item of the list <c>items</c> between square brackets.</summary>
    public string Loop { get; init; } = "{{#each items}}[{{this}}]{{/each}}";

    /// <summary>Loops over <c>items</c> inside a loop over <c>items</c>, writing nothing.</summary>
    public string NestedLoop { get; init; } = "{{#each items}}{{#each @root.items}}{{/each}}{{/each}}";

    /// <summary>Writes <c>yes</c> when <c>gift</c> is true, <c>no</c> otherwise.</summary>
    public string Condition { get; init; } = "{{#if gift}}yes{{else}}no{{/if}}";

    /// <summary>What is not a template of the language.</summary>
    public string Broken { get; init; } = "{{#if gift}}never closed";

    /// <summary>
    /// Sources that try to write <c>name</c> unescaped, to read a file or to include another template: each must be refused.
    /// </summary>
    public IReadOnlyList<string> Forbidden { get; init; } =
    ["{{{name}}}", "{{& name}}", "{{~{name}~}}", "{{> other}}", "{{#> other}}{{/other}}", "{{#*inline \"a\"}}{{/inline}}"];
}
