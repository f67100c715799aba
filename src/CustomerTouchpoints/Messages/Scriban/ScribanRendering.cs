using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;
using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>
/// Scriban's context: writes every value as <see cref="RenderContext"/> asks, gives members to the model alone, and keeps the limits. Made
/// once for a thread and reset for each rendering; one that has failed is thrown away.
/// </summary>
/// <remarks>For one thread.</remarks>
internal sealed class ScribanRendering : TemplateContext
{
    /// <summary>No message takes this long: what does builds huge texts in a loop that the other limits let pass.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private const int Recursions = 32;

    /// <summary>How many nodes are evaluated between two looks at the clock.</summary>
    private const int StepsBetweenLooks = 64;

    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    [ThreadStatic]
    private static ScribanRendering? spare;

    private readonly TemplateScope scope = new();
    private readonly BoundedOutput output = new();
    private RenderContext? current;
    private TimeProvider time = TimeProvider.System;
    private long begun;
    private int steps;
    private ScriptExpressionStatement? lastWritten;
    private bool writing;

    private ScribanRendering()
        : base(TemplateFunctions.OfScriban)
    {
        NewLine = "\n";
        AutoIndent = false;
        RecursiveLimit = Recursions;
        RegexTimeOut = PatternTime;

        // A missing name is nothing, and so is what it has; when strict, the two hooks below refuse it by name.
        EnableRelaxedTargetAccess = true;
        TryGetVariable = (TemplateContext _, SourceSpan _, ScriptVariable variable, out object? value) =>
            Missing(scope.Model, variable.Name, out value);
        TryGetMember = (TemplateContext _, SourceSpan _, object target, string member, out object? value) =>
            Missing(ModelValue.Unwrap(target) as IReadOnlyDictionary<string, object?>, member, out value);
    }

    public RenderContext Context => current ?? throw new InvalidOperationException("No template is being rendered.");

    /// <summary>The model that is filled in.</summary>
    public IReadOnlyDictionary<string, object?> Model => scope.Model;

    /// <summary>Takes this thread's spare context, or makes one, for one rendering.</summary>
    public static ScribanRendering Begin(
        IReadOnlyDictionary<string, object?> model,
        RenderContext context,
        TemplateFunctions functions,
        TimeProvider time
    )
    {
        ScribanRendering rendering = spare ?? new ScribanRendering();
        spare = null;
        rendering.current = context;
        rendering.time = time;
        rendering.begun = time.GetTimestamp();
        rendering.steps = 0;

        // Ours is counted first, over all loops; Scriban's also counts the rounds inside its functions.
        rendering.LoopLimit = context.MaxIterations + 1;

        // Scriban cuts what passes its own limit, silently. One more than ours, so that what it cut is refused as too long.
        rendering.LimitToString = context.MaxOutput + 1;
        rendering.output.Context = context;
        rendering.scope.Open(model, functions);
        rendering.PushCulture(context.Culture);
        rendering.PushOutput(rendering.output);
        rendering.PushGlobal(rendering.scope);
        return rendering;
    }

    /// <summary>Gives the output, and keeps the context for this thread's next rendering. Not to be called after a failure.</summary>
    public string End()
    {
        string text = output.ToString();
        Reset();
        output.Clear();
        scope.Close();
        current = null;
        lastWritten = null;
        spare = this;
        return text;
    }

    /// <summary>What is evaluated now; while a value is written, the expression that it came from.</summary>
    public ScriptNode? Place => writing ? lastWritten : CurrentNode;

    /// <summary>Evaluates and writes one expression of a page that only writes.</summary>
    public void WriteValue(ScriptExpressionStatement statement)
    {
        lastWritten = statement;
        writing = true;
        Write(statement.Span, statement.Expression!.Evaluate(this));
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        writing = true;
        Write(Context.Write(ModelValue.Unwrap(textAsObject)));
        writing = false;
        return this;
    }

    /// <summary>
    /// Scalars are texts, wherever a text is wanted; a map, a list, a function is none, nor what a helper has made ready for its place.
    /// </summary>
    public override string? ObjectToString(object? value, bool nested = false) =>
        value switch
        {
            SafeText => throw Refuse("it changes what a helper has made ready, such as a link; write that as it is."),
            null or IConvertible or EmptyScriptObject => base.ObjectToString(value, nested),
            _ => throw Refuse("a map, a list or a function is no text; name one of its values, or loop over it."),
        };

    public override bool ToBool(SourceSpan span, object? value) => value != EmptyScriptObject.Default && ModelValue.IsGiven(value);

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (++steps % StepsBetweenLooks == 0 && time.GetElapsedTime(begun) > Deadline)
        {
            throw new TemplateException($"it takes longer than {Deadline.TotalSeconds:0} s; shorten its loops or the data.");
        }

        lastWritten = scriptNode as ScriptExpressionStatement ?? lastWritten;

        return base.Evaluate(scriptNode, aliasReturnedFunction);
    }

    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        target switch
        {
            TemplateScope => DataMembers.Accessor,
            IScriptObject => ScriptObjectAccessor.Default,
            KeyValuePair<string, object?> => PairMembers.Accessor,
            _ => NoMembers.Accessor,
        };

    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        Context.CountIteration();
        return true;
    }

    /// <summary>As an exception of Scriban's: operators pass no other on with what it carries.</summary>
    private ScriptRuntimeException Refuse(string reason) => new(CurrentSpan, reason, new TemplateException(reason));

    private bool Missing(IReadOnlyDictionary<string, object?>? map, string name, out object? value)
    {
        value = null;
        return Context.Strict
            ? throw new TemplateException($"it names \"{name}\", which the data lacks; {Remedy(map?.Keys.FirstOrDefault(IsMeant))}.")
            : true;

        bool IsMeant(string other) => Plain(other).Equals(Plain(name), StringComparison.OrdinalIgnoreCase);

        static string Plain(string spelt) => spelt.Replace("_", "", StringComparison.Ordinal);

        static string Remedy(string? meant) =>
            meant is null
                ? "correct the name, or give it in the sample (null if it may be missing)"
                : $"write {meant}, as the event's JSON spells it";
    }
}
