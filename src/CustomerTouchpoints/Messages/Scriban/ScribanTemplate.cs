using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>One compiled Scriban template.</summary>
internal sealed class ScribanTemplate(ScriptPage page, TemplateFunctions functions, SourceLines lines, TimeProvider time) : ITemplate
{
    private readonly PlainPage? plain = PlainPage.Of(page);

    public string Render(IReadOnlyDictionary<string, object?> model, RenderContext context)
    {
        if (plain?.Constant is { } constant)
        {
            context.CheckOutput(constant.Length);
            return constant;
        }

        ScriptNode? place = null;
        var rendering = ScribanRendering.Begin(model, context, functions, time);
        try
        {
            if (plain is not null)
            {
                plain.Write(rendering);
            }
            else if (rendering.Evaluate(page) is { } last)
            {
                rendering.Write(page.Span, last);
            }

            return rendering.End();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && (place = rendering.Place) is var _)
        {
            // The filter above sees the rendering as it was when it failed.
            throw Explain(fault, place);
        }
    }

    /// <summary>Our own refusals pass with their place; of anything else only the kind is told, because its words may quote data.</summary>
    private TemplateException Explain(Exception fault, ScriptNode? place)
    {
        string where = lines.PlaceOf(place);
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            string? reason = cause switch
            {
                TemplateException own => own.Message,
                ScriptRuntimeException { OriginalMessage: var told } when told.StartsWith("Exceeding", StringComparison.Ordinal) =>
                    "it calls itself or loops too often; shorten its loops or the data.",
                _ => null,
            };
            if (reason is not null)
            {
                return new TemplateException($"{where}: {reason}", fault);
            }
        }

        return new TemplateException(
            $"{where}: Scriban failed on it ({fault.GetType().Name}); correct the expression, or what the data has for it.",
            fault
        );
    }
}
