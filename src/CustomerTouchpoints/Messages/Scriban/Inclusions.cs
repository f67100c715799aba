using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>
/// Puts shared parts where a template includes them. The name is written in the template, so that data can't choose a file, and what is
/// included is compiled with the template: a missing or broken part is a fault of the start-up check.
/// </summary>
/// <param name="find">Compiles the part of a name.</param>
internal sealed class Inclusions(Func<string, ScriptPage> find) : ScriptVisitor
{
    /// <summary>The function's name in a template.</summary>
    public const string Name = "include";

    /// <summary>How deep parts may include parts.</summary>
    public const int MaxDepth = 8;

    public override void Visit(ScriptExpressionStatement node)
    {
        if (
            node.Expression is ScriptFunctionCall
            {
                Target: ScriptVariableGlobal { Name: Name },
                Arguments: [ScriptLiteral { Value: string name }]
            } call
        )
        {
            node.Expression = new IncludedPart(find(name)) { Span = call.Span };
            return;
        }

        base.Visit(node);
    }
}
