namespace CustomerTouchpoints.Messages;

/// <summary>A template language: fills a model's values into a text. Scriban is built in.</summary>
/// <remarks>
/// Thread-safe. Templates come from the host's operators, models from its customers, so an engine gives a template nothing but the model's
/// maps, lists and scalars, and the parts that it includes: no members of live objects, no files. What it must promise is spelled out, as
/// runnable cases, by <c>TemplateEngineContract</c> in CustomerTouchpoints.Testing.
/// </remarks>
public interface ITemplateEngine
{
    /// <summary>How the names of this engine's template files end, with the dot: <c>.md</c> for the built-in engine.</summary>
    string FileExtension { get; }

    /// <summary>Compiles a template, and the parts that it includes. Called when the template's file is read.</summary>
    /// <param name="source">The template's text, and what it may call and include.</param>
    /// <exception cref="TemplateException">The source is not a template of this language, or asks for what an engine must not
    /// give.</exception>
    ITemplate Compile(TemplateSource source);
}
