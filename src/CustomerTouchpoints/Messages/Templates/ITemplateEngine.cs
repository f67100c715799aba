namespace CustomerTouchpoints.Messages;

/// <summary>A template language: fills a model's values into a text. Handlebars is built in.</summary>
/// <remarks>
/// Thread-safe. Templates come from the host's operators, models from its customers, so an engine gives a template nothing but the model's
/// maps, lists and scalars: no members of live objects, no files, no other templates. What it must promise is spelled out, as runnable
/// cases, by <c>TemplateEngineContract</c> in CustomerTouchpoints.Testing.
/// </remarks>
public interface ITemplateEngine
{
    /// <summary>How the names of this engine's template files end, with the dot: <c>.md</c> for the built-in engine.</summary>
    string FileExtension { get; }

    /// <summary>Compiles a template. Called once per template, at start-up.</summary>
    /// <param name="name">The template's name, for errors.</param>
    /// <param name="source">The template's text in the engine's language.</param>
    /// <param name="helpers">The functions that the template may call, by name.</param>
    /// <exception cref="TemplateException">The source is not a template of this language, or asks for what an engine must not
    /// give.</exception>
    ITemplate Compile(string name, string source, IReadOnlyDictionary<string, TemplateHelper> helpers);
}
