using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>A draft with what can be concluded from it as a whole: what its validators ask.</summary>
internal sealed class AuditedDraft
{
    private readonly HashSet<string> named;
    private readonly HashSet<string> events;
    private readonly Dictionary<string, State> statesByName;
    private readonly Dictionary<string, RuleDraft> rulesByKey;
    private readonly Dictionary<string, LineStep> stepsByState;
    private readonly Dictionary<string, LineStep> stepsByEvent;

    public AuditedDraft(LifecycleDraft draft)
    {
        Draft = draft;
        States = [.. LifecycleDefinition.StatesOf(draft)];
        Steps = [.. draft.Steps];
        Roles = draft.Roles.Count > 0 ? draft.Roles : [LifecycleDefinition.DefaultRole];
        RenamedStates =
        [
            .. draft.Maps.SelectMany(map => map.States.Select(renamed => new Renamed(map.From, renamed.Key, renamed.Value.Name))),
        ];
        RenamedRules = [.. draft.Maps.SelectMany(map => map.Rules.Select(renamed => new Renamed(map.From, renamed.Key, renamed.Value)))];
        Graph = new JourneyGraph(draft);
        Precedence = new Precedence(draft, Graph);
        TimedLoops = new TimedLoops(draft, Graph);
        MessageLoops = new MessageLoops(draft);
        named = [.. NamedBesidesRules(draft).SelectMany(state => state.Outward()).Select(state => state.Name)];
        statesByName = States.DistinctBy(state => state.Name).ToDictionary(state => state.Name);
        rulesByKey = draft.Rules.DistinctBy(rule => rule.KeyOrTemplate).ToDictionary(rule => rule.KeyOrTemplate);
        stepsByState = Steps.DistinctBy(step => step.State.Name).ToDictionary(step => step.State.Name);
        stepsByEvent = Steps.DistinctBy(step => step.Event).ToDictionary(step => step.Event);
        events =
        [
            .. stepsByEvent.Keys,
            .. draft.Openings.Select(opening => opening.Event),
            .. draft.Transitions.Select(transition => transition.Event),
            .. draft.Rules.Select(rule => rule.Event).OfType<string>(),
            .. draft.Meanings.Keys,
        ];
    }

    public LifecycleDraft Draft { get; }

    public IReadOnlyList<State> States { get; }

    public IReadOnlyList<LineStep> Steps { get; }

    public IReadOnlyList<string> Roles { get; }

    public IEnumerable<string> RepeatedRoles => Roles.CountBy(role => role).Where(role => role.Value > 1).Select(role => role.Key);

    /// <summary>What may be promised: the deadline of a clock, or what an event promises.</summary>
    public IEnumerable<string> Promises =>
        Draft
            .Targets.Select(target => target.Clock)
            .Concat(Draft.Meanings.Values.SelectMany(meaning => meaning.Promises).Select(promise => promise.Name))
            .Distinct();

    /// <summary>What maps from earlier versions say of states.</summary>
    public IReadOnlyList<Renamed> RenamedStates { get; }

    /// <summary>What maps from earlier versions say of rules.</summary>
    public IReadOnlyList<Renamed> RenamedRules { get; }

    public JourneyGraph Graph { get; }

    public Precedence Precedence { get; }

    public TimedLoops TimedLoops { get; }

    public MessageLoops MessageLoops { get; }

    /// <summary>The rule whose messages an event is about and that nothing declares; null where all is well.</summary>
    public string? MissingRuleOf(string eventName) =>
        TouchpointEventName.RuleOf(eventName) is { } rule && !rulesByKey.ContainsKey(rule) ? rule : null;

    /// <summary>Whether only rules know the state: the fault is then theirs.</summary>
    public bool IsKnownToRulesOnly(State state) => !named.Contains(state.Name);

    /// <summary>Whether a timed transition is sure to end a scope (null: while open) some time.</summary>
    public bool EndsByItself(State? scope) =>
        Draft.TimedTransitions.Any(timed =>
            (scope is null ? timed.Scope is null : scope.IsWithin(timed.Scope)) && !timed.Target.IsWithin(scope)
        );

    /// <summary>The first rule of that key.</summary>
    public RuleDraft FirstRule(string key) => rulesByKey[key];

    /// <summary>The first state of that name; null when no sentence names one.</summary>
    public State? FirstState(string name) => statesByName.GetValueOrDefault(name);

    /// <summary>The first step of a state; null when it is not on the line.</summary>
    public LineStep? FirstStepOf(string state) => stepsByState.GetValueOrDefault(state);

    /// <summary>The first step that an event reaches, or null.</summary>
    public LineStep? FirstStepBy(string eventName) => stepsByEvent.GetValueOrDefault(eventName);

    /// <summary>Whether any sentence is about the event.</summary>
    public bool Handles(string eventName) => events.Contains(eventName);

    private static IEnumerable<State> NamedBesidesRules(LifecycleDraft draft) =>
        draft
            .Steps.Select(step => step.State)
            .Concat(draft.Openings.Select(opening => opening.Target))
            .Concat(draft.Transitions.SelectMany(transition => new[] { transition.Scope, transition.Target }).OfType<State>())
            .Concat(draft.TimedTransitions.SelectMany(timed => new[] { timed.Scope, timed.Target }).OfType<State>());
}
