using Scriban;
using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>
/// A dotted name that can only be the model's, such as <c>parcel.carrier</c>: read from the maps themselves, without Scriban's search
/// through its scopes. What is not a plain value in a map is left to Scriban.
/// </summary>
/// <param name="names">The names on the way.</param>
/// <param name="original">The expression in Scriban's own form.</param>
internal sealed class ModelPath(string[] names, ScriptExpression original) : ScriptExpression
{
    public override object? Evaluate(TemplateContext context) =>
        TryRead(((ScribanRendering)context).Model, out object? value) ? ModelValue.Wrap(value) : context.Evaluate(original);

    /// <summary>The model's own value.</summary>
    public object? Read(ScribanRendering rendering) =>
        TryRead(rendering.Model, out object? value) ? value : ModelValue.Unwrap(rendering.Evaluate(original));

    public override void PrintTo(ScriptPrinter printer) => printer.Write(original);

    public override void Accept(ScriptVisitor visitor) => visitor.Visit(original);

    private bool TryRead(IReadOnlyDictionary<string, object?> model, out object? value)
    {
        value = model;
        foreach (string name in names)
        {
            if (value is not IReadOnlyDictionary<string, object?> map || !map.TryGetValue(name, out value))
            {
                return false;
            }
        }

        return true;
    }
}
