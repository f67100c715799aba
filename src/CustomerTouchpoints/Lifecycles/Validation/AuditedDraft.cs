using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>A draft with what can be concluded from it as a whole: what its validators ask.</summary>
internal sealed class AuditedDraft
{
    private readonly HashSet<string> named;

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
        named = [.. States.Where(IsNamedBesidesRules).SelectMany(state => state.Outward()).Select(state => state.Name)];
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

    /// <summary>Whether only rules know the state: the fault is then theirs.</summary>
    public bool IsKnownToRulesOnly(State state) => !named.Contains(state.Name);

    /// <summary>Whether a timed transition is sure to end a scope (null: while open) some time.</summary>
    public bool EndsByItself(State? scope) =>
        Draft.TimedTransitions.Any(timed =>
            (scope is null ? timed.Scope is null : scope.IsWithin(timed.Scope)) && !timed.Target.IsWithin(scope)
        );

    /// <summary>The first rule of that key.</summary>
    public RuleDraft FirstRule(string key) => Draft.Rules.First(rule => rule.KeyOrTemplate == key);

    private bool IsNamedBesidesRules(State state) =>
        Steps.Any(step => step.State.Name == state.Name)
        || Draft.Openings.Any(opening => opening.Target.Name == state.Name)
        || Draft.Transitions.Any(transition => transition.Scope?.Name == state.Name || transition.Target?.Name == state.Name)
        || Draft.TimedTransitions.Any(timed => timed.Scope?.Name == state.Name || timed.Target.Name == state.Name);
}
