using Scriban;
using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>A shared part in its place: it writes to the same output and sees the same values as the template around it.</summary>
internal sealed class IncludedPart(ScriptPage page) : ScriptExpression
{
    public override object? Evaluate(TemplateContext context)
    {
        context.EnterRecursive(this);
        try
        {
            page.Evaluate(context);
            return null;
        }
        finally
        {
            context.ExitRecursive(this);
        }
    }

    public override void PrintTo(ScriptPrinter printer) => printer.Write(Inclusions.Name);

    public override void Accept(ScriptVisitor visitor)
    {
        // The part was visited when it was compiled.
    }
}
