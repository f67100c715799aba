namespace CustomerTouchpoints.Messages;

/// <summary>What an engine compiles: a text in its language, and what the text may call.</summary>
/// <remarks>Immutable.</remarks>
public sealed record TemplateSource
{
    /// <summary>The name of the template's file, for errors.</summary>
    public required string Name { get; init; }

    /// <summary>The text in the engine's language; lines end with <c>\n</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The line of the file that the text begins on. Default 1.</summary>
    public int FirstLine { get; init; } = 1;

    /// <summary>The functions that the template may call, by name. Default: none.</summary>
    public IReadOnlyDictionary<string, TemplateHelper> Helpers { get; init; } =
        new Dictionary<string, TemplateHelper>(StringComparer.Ordinal);

    /// <summary>
    /// Finds a text that templates share, by the name under which a template includes it; null when there is none. Default: there is none.
    /// A language without a way to include others never asks.
    /// </summary>
    public Func<string, TemplatePart?> FindPart { get; init; } = _ => null;
}
