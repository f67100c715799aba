using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>
/// Finds what most of a message consists of, names of the model and calls of helpers with them, and puts a short way in its place: in what
/// a template writes, asks and loops over. Names that the template gives to values of its own stay Scriban's.
/// </summary>
/// <param name="names">The names that the template and its parts give to values of their own.</param>
/// <param name="functions">The helpers.</param>
internal sealed class Shortcuts(TemplateNames names, TemplateFunctions functions) : ScriptVisitor
{
    public override void Visit(ScriptExpressionStatement node)
    {
        if (Of(node.Expression) is { } shortcut)
        {
            node.Expression = shortcut;
        }
    }

    public override void Visit(ScriptIfStatement node)
    {
        if (Of(node.Condition) is { } shortcut)
        {
            node.Condition = shortcut;
        }

        base.Visit(node);
    }

    public override void Visit(ScriptForStatement node)
    {
        if (Of(node.Iterator) is { } shortcut)
        {
            node.Iterator = shortcut;
        }

        base.Visit(node);
    }

    private ScriptExpression? Of(ScriptExpression? expression) => (ScriptExpression?)PathOf(expression) ?? CallOf(expression);

    private ModelPath? PathOf(ScriptExpression? expression)
    {
        var way = new Stack<string>();
        ScriptExpression? at = expression;
        while (at is ScriptMemberExpression { Member: { } member } step)
        {
            way.Push(member.Name);
            at = step.Target;
        }

        if (at is not ScriptVariableGlobal { Name: var first } || IsTaken(first))
        {
            return null;
        }

        way.Push(first);
        return new ModelPath([.. way], expression!) { Span = expression!.Span };
    }

    private DirectCall? CallOf(ScriptExpression? expression) =>
        expression switch
        {
            ScriptFunctionCall { Target: ScriptVariableGlobal target } call => CallOf(target, call.Arguments, call),
            ScriptPipeCall { From: { } from, To: ScriptVariableGlobal target } pipe => CallOf(target, [from], pipe),
            ScriptPipeCall { From: { } from, To: ScriptFunctionCall { Target: ScriptVariableGlobal target } call } pipe => CallOf(
                target,
                [from, .. call.Arguments],
                pipe
            ),
            _ => null,
        };

    private DirectCall? CallOf(ScriptVariableGlobal target, IEnumerable<ScriptExpression> given, ScriptExpression original)
    {
        if (names.Has(target.Name) || functions.Find(target.Name) is not { } function)
        {
            return null;
        }

        ScriptExpression?[] arguments = [.. given.Select(argument => argument is ScriptLiteral ? argument : PathOf(argument))];
        return Array.TrueForAll(arguments, argument => argument is not null)
            ? new DirectCall(function, arguments!, original) { Span = original.Span }
            : null;
    }

    /// <summary>Whether a name may be something else than the model's: <c>for.index</c> is Scriban's own.</summary>
    private bool IsTaken(string name) =>
        name is "for" or "while" || names.Has(name) || functions.Find(name) is not null || TemplateFunctions.OfScriban.ContainsKey(name);
}
