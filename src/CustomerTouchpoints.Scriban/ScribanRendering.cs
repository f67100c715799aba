using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Scriban.Model;
using CustomerTouchpoints.Storage;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CustomerTouchpoints.Scriban;

/// <summary>
/// One rendering: writes every value as <see cref="RenderContext"/> asks, gives members to the model alone, and keeps the limits.
/// </summary>
/// <remarks>Made for one rendering and one thread.</remarks>
internal sealed class ScribanRendering : TemplateContext
{
    private const int Recursions = 32;

    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    public ScribanRendering(RenderContext context, ScriptObject functions)
        : base(functions)
    {
        Context = context;
        NewLine = "\n";
        AutoIndent = false;
        RecursiveLimit = Recursions;
        RegexTimeOut = PatternTime;
        LoopLimit = context.MaxIterations;

        // Scriban cuts what passes its own limit, silently. One more than ours, so that what it cut is refused as too long.
        LimitToString = context.MaxOutput + 1;

        // A missing name is nothing, and so is what it has; when strict, the two hooks below refuse it by name.
        EnableRelaxedTargetAccess = true;
        TryGetVariable = (TemplateContext _, SourceSpan span, ScriptVariable variable, out object? value) =>
            Missing(span, variable.Name, out value);
        TryGetMember = (TemplateContext _, SourceSpan span, object _, string member, out object? value) => Missing(span, member, out value);
        PushCulture(context.Culture);
        PushOutput(new BoundedOutput(context));
    }

    public RenderContext Context { get; }

    public override TemplateContext Write(SourceSpan span, object? textAsObject) =>
        At(span, () => Write(Context.Write(ModelValue.Unwrap(textAsObject))));

    /// <summary>
    /// Scalars are texts, wherever a text is wanted; a map, a list, a function is none, nor what a helper has made ready for its place.
    /// </summary>
    public override string? ObjectToString(object? value, bool nested = false) =>
        value switch
        {
            SafeText => At<string>(
                CurrentSpan,
                () => throw new TemplateException("it changes what a helper has made ready, such as a link; write that as it is.")
            ),
            null or IConvertible or EmptyScriptObject => base.ObjectToString(value, nested),
            _ => At(CurrentSpan, () => Context.Write(ModelValue.Unwrap(value))),
        };

    /// <summary>Runs a step of ours; what it refuses is told with its place in the template.</summary>
    public static T At<T>(SourceSpan span, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (TemplateException fault)
        {
            throw new ScriptRuntimeException(span, fault.Message, fault);
        }
    }

    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        target switch
        {
            IScriptObject => base.GetMemberAccessorImpl(target),
            KeyValuePair<string, object?> => PairMembers.Accessor,
            _ => NoMembers.Accessor,
        };

    protected override bool OnStepLoop(ScriptLoopStatementBase loop) =>
        At(
            loop.Span,
            () =>
            {
                Context.CountIteration();
                return true;
            }
        );

    private bool Missing(SourceSpan span, string name, out object? value)
    {
        value = null;
        return At(
            span,
            () =>
                Context.Strict
                    ? throw new TemplateException(
                        $"it names \"{name}\", which the data lacks; correct the name, or give it in the sample (null if it may be "
                            + "missing)."
                    )
                    : true
        );
    }
}
