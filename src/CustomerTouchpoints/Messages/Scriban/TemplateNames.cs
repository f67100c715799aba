using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>The names that a template gives to values and functions of its own.</summary>
internal sealed class TemplateNames : ScriptVisitor
{
    private readonly HashSet<string> own = new(StringComparer.Ordinal);
    private bool anyName;

    /// <summary>Whether the template may give this name to something of its own.</summary>
    public bool Has(string name) => anyName || own.Contains(name);

    public override void Visit(ScriptAssignExpression node)
    {
        Add(node.Target);
        base.Visit(node);
    }

    public override void Visit(ScriptIncrementDecrementExpression node)
    {
        Add(node.Right);
        base.Visit(node);
    }

    public override void Visit(ScriptForStatement node)
    {
        Add(node.Variable);
        base.Visit(node);
    }

    public override void Visit(ScriptFunction node)
    {
        Add(node.NameOrDoToken as ScriptExpression);
        foreach (ScriptParameter parameter in node.Parameters ?? [])
        {
            Add(parameter.Name);
        }

        base.Visit(node);
    }

    /// <summary>Inside, every name may be one of the map's.</summary>
    public override void Visit(ScriptWithStatement node)
    {
        anyName = true;
        base.Visit(node);
    }

    public override void Visit(ScriptImportStatement node)
    {
        anyName = true;
        base.Visit(node);
    }

    private void Add(ScriptExpression? target)
    {
        if (target is ScriptVariableGlobal variable)
        {
            own.Add(variable.Name);
        }
    }
}
