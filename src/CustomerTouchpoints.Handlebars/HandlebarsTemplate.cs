using CustomerTouchpoints.Messages;
using HandlebarsDotNet;

namespace CustomerTouchpoints.Handlebars;

/// <summary>One compiled Handlebars template.</summary>
internal sealed class HandlebarsTemplate(HandlebarsTemplate<TextWriter, object, object> compiled) : ITemplate
{
    public string Render(IReadOnlyDictionary<string, object?> model, RenderContext context)
    {
        using var writer = new BoundedWriter(context);
        using HandlebarsRendering rendering = HandlebarsRendering.Enter(context);
        try
        {
            compiled(writer, model);
        }
        catch (Exception fault) when (fault is not TemplateException)
        {
            throw Explain(fault);
        }

        return writer.ToString();
    }

    /// <summary>Our own refusals pass as they are; of anything else only the kind is told, because its words may quote data.</summary>
    private static TemplateException Explain(Exception fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is TemplateException own)
            {
                return own;
            }
        }

        return fault is HandlebarsRuntimeException && fault.Message.Contains("helper that cannot be resolved", StringComparison.Ordinal)
            ? new TemplateException(
                $"it calls a helper that does not exist{Quoted(fault.Message)}; see the list of helpers in the documentation.",
                fault
            )
            : new TemplateException($"the template engine failed on it ({fault.GetType().Name}).", fault);
    }

    /// <summary>The helper's name, which the template wrote, from the end of the engine's message.</summary>
    private static string Quoted(string message)
    {
        int at = message.IndexOf('\'', StringComparison.Ordinal);
        return at < 0 ? "" : $", {message[at..]}";
    }
}
