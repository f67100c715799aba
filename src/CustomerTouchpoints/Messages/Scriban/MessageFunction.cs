using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>One of the library's helpers, as Scriban calls it: <c>{{ money total }}</c>, <c>{{ total | money }}</c>.</summary>
internal sealed class MessageFunction(TemplateHelper helper) : IScriptCustomFunction
{
    public int RequiredParameterCount => 0;

    public int ParameterCount => 0;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var values = new object?[arguments.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ModelValue.Unwrap(arguments[i]);
        }

        return Call(values, ((ScribanRendering)context).Context);
    }

    /// <summary>Calls the helper.</summary>
    public object? Call(object?[] values, RenderContext context) => helper(values, context);

    public ValueTask<object?> InvokeAsync(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    ) => ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
