using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Scriban.Model;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CustomerTouchpoints.Scriban;

/// <summary>One compiled Scriban template; each rendering has a context of its own.</summary>
internal sealed class ScribanTemplate(string name, Template template, ScriptObject functions, ScriptObject helpers, TimeProvider time)
    : ITemplate
{
    /// <summary>No message takes this long: what does builds huge texts in a loop that the other limits let pass.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    public string Render(IReadOnlyDictionary<string, object?> model, RenderContext context)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        var rendering = new ScribanRendering(context, functions) { CancellationToken = deadline.Token };

        // A helper wins over data of its name, so that new data can't break a template; what the template assigns comes on top.
        rendering.PushGlobal(new ModelMap(model));
        rendering.PushGlobal(helpers);
        rendering.PushGlobal(new ScriptObject());
        try
        {
            return template.Render(rendering);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw Explain(fault, rendering);
        }
    }

    /// <summary>Our own refusals pass with their place; of anything else only the kind is told, because its words may quote data.</summary>
    private TemplateException Explain(Exception fault, ScribanRendering rendering)
    {
        string where = $"line {ScribanEngine.Line((fault as ScriptRuntimeException)?.Span ?? rendering.CurrentSpan)} of {name}";
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            string? reason = cause switch
            {
                TemplateException own => own.Message,
                ScriptAbortException => $"it takes longer than {Deadline.TotalSeconds:0} s; shorten its loops or the data.",
                ScriptRuntimeException { OriginalMessage: var words } when words.StartsWith("Exceeding", StringComparison.Ordinal) =>
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
