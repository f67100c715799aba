using Scriban.Parsing;
using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>Says where in its file something of a template stands, as a person counts lines.</summary>
/// <param name="file">The template's own file.</param>
/// <param name="firstLine">The line of that file on which the template's text begins.</param>
internal sealed class SourceLines(string file, int firstLine)
{
    /// <summary>An expression that is longer is not shown.</summary>
    private const int MostShown = 80;

    /// <summary>The line, with the file where it is not the template's own.</summary>
    public string PlaceOf(SourceSpan span) =>
        span.FileName is null || span.FileName == file
            ? $"line {span.Start.Line + firstLine}"
            : $"{span.FileName}, line {span.Start.Line + 1}";

    /// <summary>The line, and the whole expression as the template has it.</summary>
    public string PlaceOf(ScriptNode? node)
    {
        node = node is ScriptExpressionStatement { Expression: { } expression } ? expression : node;
        while (node?.Parent is ScriptExpression outer)
        {
            node = outer;
        }

        string line = PlaceOf(node?.Span ?? default);
        return node is ScriptExpression && node.ToString().Trim() is { Length: > 0 and <= MostShown } words
            ? $"{line} ({{{{ {words} }}}})"
            : line;
    }
}
