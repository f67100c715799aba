using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>Looks through a template for what no message may do, and refuses it before it can be rendered.</summary>
internal sealed class Refusals(SourceLines lines, TemplateNames names, IReadOnlyDictionary<string, TemplateHelper> helpers) : ScriptVisitor
{
    public override void Visit(ScriptVariableGlobal node)
    {
        if (node.Name is Inclusions.Name or "include_join")
        {
            throw Refuse(
                node,
                $"includes in a way that can't be checked; write {{{{ {Inclusions.Name} \"name\" }}}}, alone in its braces, with the "
                    + "part's name in quotes"
            );
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

    public override void Visit(ScriptFunctionCall node)
    {
        RefuseUnknown(node.Target);
        base.Visit(node);
    }

    public override void Visit(ScriptPipeCall node)
    {
        RefuseUnknown(node.To);
        base.Visit(node);
    }

    private void RefuseUnknown(ScriptExpression? called)
    {
        if (
            called is ScriptVariableGlobal { Name: var name }
            && !helpers.ContainsKey(name)
            && !names.Has(name)
            && name is not (Inclusions.Name or "include_join")
        )
        {
            throw Refuse(called, $"calls \"{name}\", which is no helper; the helpers are {string.Join(", ", helpers.Keys.Order())}");
        }
    }

    private TemplateException Refuse(ScriptNode node, string what) => new($"{lines.PlaceOf(node.Span)}: it {what}.");
}
