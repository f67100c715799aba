using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Messages;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;

namespace CustomerTouchpoints.Scriban;

/// <summary>Scriban, with everything closed that reaches past the model.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ScribanEngine(TimeProvider time) : ITemplateEngine
{
    /// <summary>
    /// The functions of Scriban that templates may call: no files, no evaluation of texts, no clock, no randomness, no patterns that run
    /// for long.
    /// </summary>
    private static readonly ScriptObject Functions = new()
    {
        ["array"] = Closed(new ArrayFunctions()),
        ["math"] = Closed(new MathFunctions(), "random", "uuid"),
        ["string"] = Closed(new StringFunctions()),
        ["empty"] = EmptyScriptObject.Default,
    };

    private static readonly ParserOptions Parsing = new() { ParseFloatAsDecimal = true, ExpressionDepthLimit = 64 };

    public string FileExtension => ".scriban.md";

    public ITemplate Compile(string name, string source, IReadOnlyDictionary<string, TemplateHelper> helpers)
    {
        Template template = Template.Parse(source, name, Parsing);
        if (template.HasErrors || template.Page is null)
        {
            // At compile time there is no data yet, so the engine's own words are safe to repeat.
            LogMessage? first = template.Messages.FirstOrDefault(message => message.Type is ParserMessageType.Error);
            throw new TemplateException($"it is not a Scriban template (line {Line(first?.Span)}): {first?.Message.TrimEnd('.')}.");
        }

        new Refusals().Visit(template.Page);
        var functions = new ScriptObject();
        foreach ((string helperName, TemplateHelper helper) in helpers)
        {
            functions.SetValue(helperName, new MessageFunction(helper), readOnly: true);
        }

        functions.IsReadOnly = true;
        return new ScribanTemplate(name, template, Functions, functions, time);
    }

    /// <summary>The line of a source that a person counts to.</summary>
    internal static int Line(SourceSpan? span) => (span?.Start.Line ?? 0) + 1;

    private static ScriptObject Closed(ScriptObject functions, params ReadOnlySpan<string> without)
    {
        foreach (string name in without)
        {
            functions.Remove(name);
        }

        functions.IsReadOnly = true;
        return functions;
    }
}
