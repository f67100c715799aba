using System.Text;
using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Lifecycles.Validation;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles.Diagrams;

/// <summary>
/// Draws a definition as a Mermaid state diagram. A state's box holds its public words, what it handles without leaving, and what the
/// customer is told. A superstate is drawn around its states; what holds in all of them starts from a box "while ..." inside, because
/// Mermaid loses arrows that lead from a superstate into itself. What holds while open, and rules on events, have a box of their own.
/// </summary>
/// <remarks>Deterministic: the same definition always gives the same text.</remarks>
internal sealed class MermaidDiagram
{
    private readonly LifecycleDefinition definition;
    private readonly ILookup<string?, State> within;
    private readonly StringBuilder text = new("stateDiagram-v2\n");

    private MermaidDiagram(LifecycleDefinition definition)
    {
        this.definition = definition;
        within = definition.States.ToLookup(state => state.Within?.Name);
    }

    public static string Draw(LifecycleDefinition definition)
    {
        var diagram = new MermaidDiagram(definition);
        diagram.DrawStates(null, depth: 1);
        diagram.DrawScope(null, depth: 1);
        diagram.DrawEventRules();
        diagram.DrawArrows();
        return diagram.text.ToString();
    }

    private void DrawStates(string? superstate, int depth)
    {
        foreach (State state in within[superstate])
        {
            string id = MermaidText.Id(state.Name);
            if (!within.Contains(state.Name))
            {
                DrawState(depth, id, state.Name, [.. Words(state), .. LinesOf(state)]);
                continue;
            }

            Line(depth, $"state \"{string.Join(' ', [state.Name, .. Words(state)])}\" as {id} {{");
            DrawStates(state.Name, depth + 1);
            DrawScope(state, depth + 1);
            Line(depth, "}");
        }
    }

    /// <summary>The box of what holds in all states of a superstate, or while open (null), if there is anything to say.</summary>
    private void DrawScope(State? scope, int depth)
    {
        string[] lines = [.. LinesOf(scope)];
        if (lines.Length > 0 || Leaving(scope).Any())
        {
            DrawState(depth, ScopeId(scope), $"while {scope?.Name ?? "open"}", lines);
        }
    }

    private void DrawEventRules()
    {
        string[] lines = [.. definition.Rules.Where(rule => rule.Trigger == RuleTrigger.Event).Select(Told)];
        if (lines.Length > 0)
        {
            DrawState(1, "_any", "whatever the state", lines);
        }
    }

    private void DrawState(int depth, string id, string title, IReadOnlyList<string> lines)
    {
        Line(depth, $"state \"{title}\" as {id}");
        foreach (string line in lines)
        {
            Line(depth, $"{id} : {line}");
        }
    }

    private void DrawArrows()
    {
        if (definition.Line.Count > 0)
        {
            Arrow("[*]", MermaidText.Id(definition.Line[0].State.Name), definition.Line[0].Event);
        }

        foreach (Opening opening in definition.Openings.Where(opening => definition.StepReachedBy(opening.Event) != 0))
        {
            Arrow("[*]", MermaidText.Id(opening.Target.Name), opening.Event);
        }

        foreach ((LineStep from, LineStep to) in definition.Line.Zip(definition.Line.Skip(1)))
        {
            Arrow(MermaidText.Id(from.State.Name), MermaidText.Id(to.State.Name), to.Event);
        }

        foreach (State? scope in definition.States.Append(null))
        {
            foreach ((string target, string label) in Leaving(scope))
            {
                Arrow(ScopeId(scope), target, label);
            }
        }

        foreach (State state in definition.States.Where(state => state.Kind == StateKind.Final && !within.Contains(state.Name)))
        {
            Line(1, $"{MermaidText.Id(state.Name)} --> [*]");
        }
    }

    /// <summary>Where the arrows of a scope start: a state's own box, or the box that stands for all states of the scope.</summary>
    private string ScopeId(State? scope) =>
        scope is null ? "_open"
        : within.Contains(scope.Name) ? $"_in_{MermaidText.Id(scope.Name)}"
        : MermaidText.Id(scope.Name);

    /// <summary>What leads out of a scope (null: while open), by event and by time.</summary>
    private IEnumerable<(string Target, string Label)> Leaving(State? scope) =>
        definition
            .Transitions.Where(transition => transition.Scope == scope && transition.Kind == TransitionKind.GoTo)
            .Select(transition => (MermaidText.Id(transition.Target!.Name), TransitionWords.Occasion(transition)))
            .Concat(
                definition
                    .TimedTransitions.Where(timed => timed.Scope == scope)
                    .Select(timed => (MermaidText.Id(timed.Target.Name), $"after {SpanWords.Of(timed.Span)}"))
            );

    private static IEnumerable<string> Words(State state) => state.Says == state.Name ? [] : [$"“{MermaidText.Escape(state.Says)}”"];

    /// <summary>What happens within a scope (null: while open): what it is, what it handles, what it tells.</summary>
    private IEnumerable<string> LinesOf(State? scope) =>
        [
            .. scope is { Kind: StateKind.Solved } ? (string[])["✓ solved"] : [],
            .. definition
                .Transitions.Where(transition => transition.Scope == scope && transition.Kind != TransitionKind.GoTo)
                .Select(transition => MermaidText.Escape(TransitionWords.Within(transition))),
            .. definition.Rules.Where(rule => rule.Trigger != RuleTrigger.Event && rule.State == scope).Select(Told),
        ];

    private string Told(TouchpointRule rule) => MermaidText.Escape("✉ " + RuleWords.Of(rule, definition.Roles[0]));

    private void Arrow(string from, string to, string label) => Line(1, $"{from} --> {to} : {MermaidText.Escape(label)}");

    private void Line(int depth, string line) => text.Append(' ', depth * 4).Append(line).Append('\n');
}
