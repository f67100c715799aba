namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>How a template language writes what differs between languages; the defaults are Scriban's.</summary>
/// <remarks>All languages write <c>{{name}}</c>, <c>{{parcel.carrier}}</c> and <c>{{helper value}}</c>. Immutable.</remarks>
public sealed record TemplateEngineContractSyntax
{
    /// <summary>Writes every item of the list <c>items</c> between square brackets.</summary>
    public string Loop { get; init; } = "{{ for item in items }}[{{ item }}]{{ end }}";

    /// <summary>Loops over <c>items</c> inside a loop over <c>items</c>, writing nothing.</summary>
    public string NestedLoop { get; init; } = "{{ for a in items }}{{ for b in items }}{{ end }}{{ end }}";

    /// <summary>A Markdown table with a row for each of <c>items</c>, the loop's tags on lines of their own.</summary>
    public string Table { get; init; } = "| Item |\n|---|\n{{ for item in items }}\n| {{ item }} |\n{{ end }}\n\nAfter";

    /// <summary>Writes <c>yes</c> when <c>gift</c> is true, <c>no</c> otherwise.</summary>
    public string Condition { get; init; } = "{{ if gift }}yes{{ else }}no{{ end }}";

    /// <summary>Includes the shared part of a name; null for a language that shares none.</summary>
    public Func<string, string>? Include { get; init; } = name => $"{{{{ include '{name}' }}}}";

    /// <summary>What is not a template of the language.</summary>
    public string Broken { get; init; } = "{{ if gift }}never closed";

    /// <summary>
    /// Sources that try to write <c>name</c> unescaped, to read a file or to include what data names: each must be refused.
    /// </summary>
    public IReadOnlyList<string> Forbidden { get; init; } =
    [
        "{{ include name }}",
        "{{ include '../secret' }}",
        "{{ include '/etc/passwd' }}",
        "{{ 'other' | include }}",
        "{{ x = include 'other' }}",
        "{{ include_join ['a'] ',' }}",
        "{{ capture x }}{{ name }}{{ end }}{{ x }}",
        "{{ tablerow a in items }}{{ a }}{{ end }}",
        "{{ $\"{name}\" }}",
        "{{ if }}",
        "{{{name}}}",
    ];
}
