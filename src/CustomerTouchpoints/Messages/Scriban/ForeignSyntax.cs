using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>Knows a template that was written for Handlebars: some of it would be read as a note, and the rest as nonsense.</summary>
internal static partial class ForeignSyntax
{
    /// <exception cref="TemplateException">The source is in Handlebars.</exception>
    public static void Refuse(string source, int firstLine)
    {
        if (Handlebars().Match(source) is { Success: true } match)
        {
            throw new TemplateException(
                $"line {source.AsSpan(0, match.Index).Count('\n') + firstLine}: it is written in Handlebars ({match.Value}); write it in "
                    + "Scriban ({{ if name }} … {{ end }}; docs/templates/from-handlebars.md), or call UseHandlebars of the package "
                    + "CustomerTouchpoints.Handlebars."
            );
        }
    }

    [GeneratedRegex(@"\{\{~?\s*(?:[#/^]\s*(?:if|unless|each|with)\b|\{|&|>)")]
    private static partial Regex Handlebars();
}
