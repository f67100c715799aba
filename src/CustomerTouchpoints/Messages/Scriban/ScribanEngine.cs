using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>The built-in template language: Scriban, with everything closed that reaches past the model.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ScribanEngine(TimeProvider time) : ITemplateEngine
{
    private static readonly ParserOptions Parsing = new() { ParseFloatAsDecimal = true, ExpressionDepthLimit = 64 };

    /// <summary>Blanks are kept, so that a fault shows an expression as it is written.</summary>
    private static readonly LexerOptions Reading = LexerOptions.Default with { KeepTrivia = true };

    public string FileExtension => ".md";

    public ITemplate Compile(TemplateSource source)
    {
        var compilation = new Compilation(source);
        ScriptPage page = compilation.Page(source.Text, source.Name, source.FirstLine, []);
        var functions = new TemplateFunctions(source.Helpers);
        compilation.Shorten(page, functions);
        return new ScribanTemplate(page, functions, new SourceLines(source.Name, source.FirstLine), time);
    }

    /// <summary>One template with the parts that it includes.</summary>
    private sealed class Compilation(TemplateSource source)
    {
        private readonly Dictionary<string, ScriptPage> parts = new(StringComparer.Ordinal);
        private readonly TemplateNames names = new();

        public ScriptPage Page(string text, string file, int firstLine, IReadOnlyList<string> within)
        {
            var lines = new SourceLines(source.Name, source.FirstLine);
            ForeignSyntax.Refuse(text, firstLine);
            Template template = Template.Parse(StandaloneTags.Trim(text), file, Parsing, Reading);
            if (template.HasErrors || template.Page is null)
            {
                throw NoTemplate(Template.Parse(text, file, Parsing), lines);
            }

            new Inclusions(name => Part(name, within)).Visit(template.Page);
            names.Visit(template.Page);
            new Refusals(lines, names, source.Helpers).Visit(template.Page);
            return template.Page;
        }

        /// <summary>At compile time there is no data yet, so the engine's own words are safe to repeat.</summary>
        private static TemplateException NoTemplate(Template asWritten, SourceLines lines)
        {
            LogMessage? first = asWritten.Messages.FirstOrDefault(message => message.Type is ParserMessageType.Error);
            return new TemplateException(
                $"{lines.PlaceOf(first?.Span ?? default)}: it is not a Scriban template: {first?.Message.TrimEnd('.')}."
            );
        }

        /// <summary>Done last, when the names of all parts are known: they share their values.</summary>
        public void Shorten(ScriptPage page, TemplateFunctions functions)
        {
            var shortcuts = new Shortcuts(names, functions);
            foreach (ScriptPage each in parts.Values.Append(page))
            {
                shortcuts.Visit(each);
            }
        }

        private ScriptPage Part(string name, IReadOnlyList<string> within)
        {
            if (within.Contains(name, StringComparer.Ordinal))
            {
                throw new TemplateException($"it includes itself: {string.Join(" → ", within.Append(name))}; take one of them out.");
            }

            if (within.Count == Inclusions.MaxDepth)
            {
                throw new TemplateException(
                    $"parts are included more than {Inclusions.MaxDepth} deep: {string.Join(" → ", within.Append(name))}; flatten them."
                );
            }

            if (!parts.TryGetValue(name, out ScriptPage? page))
            {
                TemplatePart part =
                    source.FindPart(name)
                    ?? throw new TemplateException($"it includes \"{name}\", which is not there; add _{name}.md beside it.");
                page = Page(part.Text, part.File, 1, [.. within, name]);
                parts[name] = page;
            }

            return page;
        }
    }
}
