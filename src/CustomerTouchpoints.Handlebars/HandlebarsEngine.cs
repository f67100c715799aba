using System.Text.RegularExpressions;
using CustomerTouchpoints.Messages;
using HandlebarsDotNet;

namespace CustomerTouchpoints.Handlebars;

/// <summary>Handlebars, by Handlebars.Net, with everything closed that reaches past the model.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed partial class HandlebarsEngine : ITemplateEngine
{
    public string FileExtension => ".md";

    public ITemplate Compile(TemplateSource source)
    {
        Refuse(source.Text);
        IHandlebars handlebars = HandlebarsDotNet.Handlebars.Create(Configuration());
        foreach ((string helperName, TemplateHelper helper) in source.Helpers)
        {
            handlebars.RegisterHelper(
                helperName,
                (in HelperOptions _, in Context _, in Arguments arguments) => helper(Positional(arguments), HandlebarsRendering.Context)
            );
        }

        try
        {
            using var reader = new StringReader(source.Text);
            return new HandlebarsTemplate(handlebars.Compile(reader));
        }
        catch (Exception fault) when (fault is HandlebarsException or InvalidOperationException or ArgumentException)
        {
            // At compile time there is no data yet, so the engine's own words are safe to repeat.
            throw new TemplateException($"it is not a Handlebars template: {fault.Message.TrimEnd('.')}.", fault);
        }
    }

    private static HandlebarsConfiguration Configuration()
    {
        var configuration = new HandlebarsConfiguration
        {
            TextEncoder = new ContextEncoder(),
            FileSystem = null,
            PartialTemplateResolver = new NoPartials(),
            PartialRecursionDepthLimit = 1,
        };
        configuration.FormatterProviders.Add(new ContextFormatter());
        configuration.ObjectDescriptorProviders.Add(new ModelDescriptors());
        return configuration;
    }

    /// <summary>Values can't leave unescaped and templates can't include others: both are refused before they compile.</summary>
    private static void Refuse(string source)
    {
        if (Unescaped().IsMatch(source))
        {
            throw new TemplateException("it writes a value unescaped with {{{ or {{&; write {{name}}: every value is escaped.");
        }

        if (Partial().IsMatch(source))
        {
            throw new TemplateException("it includes a partial with {{> or {{*; a message is one file: write its text out.");
        }
    }

    private static object?[] Positional(in Arguments arguments)
    {
        var values = new object?[arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i] is UndefinedBindingResult ? null : arguments[i];
        }

        return values;
    }

    [GeneratedRegex(@"\{\{~?\s*[{&]")]
    private static partial Regex Unescaped();

    [GeneratedRegex(@"\{\{~?\s*#?\s*[>*]")]
    private static partial Regex Partial();

    /// <summary>Looks for partials nowhere; the default would look into the file system.</summary>
    private sealed class NoPartials : IPartialTemplateResolver
    {
        public bool TryRegisterPartial(IHandlebars env, string? partialName, string? templatePath) => false;
    }
}
