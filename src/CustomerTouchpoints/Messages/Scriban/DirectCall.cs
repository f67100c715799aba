using Scriban;
using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>
/// A call of a helper with nothing but literals and names of the model, such as <c>{{ money total }}</c> or <c>{{ total | money }}</c>:
/// called at once, without Scriban's search for what is called and with what.
/// </summary>
/// <param name="function">The helper.</param>
/// <param name="arguments">A <see cref="ScriptLiteral"/> or a <see cref="ModelPath"/> each.</param>
/// <param name="original">The expression in Scriban's own form.</param>
internal sealed class DirectCall(MessageFunction function, ScriptExpression[] arguments, ScriptExpression original) : ScriptExpression
{
    public override object? Evaluate(TemplateContext context)
    {
        var rendering = (ScribanRendering)context;
        var values = new object?[arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i] is ModelPath path ? path.Read(rendering) : ((ScriptLiteral)arguments[i]).Value;
        }

        return function.Call(values, rendering.Context);
    }

    public override void PrintTo(ScriptPrinter printer) => printer.Write(original);

    public override void Accept(ScriptVisitor visitor) => visitor.Visit(original);
}
