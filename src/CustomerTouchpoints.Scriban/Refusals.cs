using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Messages;
using Scriban.Syntax;

namespace CustomerTouchpoints.Scriban;

/// <summary>Looks through a template for what no message may do, and refuses it before it can be rendered.</summary>
internal sealed class Refusals : ScriptVisitor
{
    public override void Visit(ScriptVariableGlobal node)
    {
        if (node.Name is "include" or "include_join")
        {
            throw Refuse(node, $"includes another file with {node.Name}; a message is one file: write its text out");
        }
    }

    public override void Visit(ScriptCaptureStatement node) =>
        throw Refuse(
            node,
            "captures output, which is escaped already and would be escaped again; assign a value (label = name), or write the text "
                + "where it belongs"
        );

    public override void Visit(ScriptTableRowStatement node) =>
        throw Refuse(node, "writes HTML with tablerow, which a message shows as text; write a Markdown table with for");

    public override void Visit(ScriptInterpolatedStringExpression node) =>
        throw Refuse(
            node,
            "fills in a text with $\"…\", which knows no culture and writes maps; join texts with +, or write the values where they belong"
        );

    private static TemplateException Refuse(ScriptNode node, string what) => new($"it {what} (line {ScribanEngine.Line(node.Span)}).");
}
