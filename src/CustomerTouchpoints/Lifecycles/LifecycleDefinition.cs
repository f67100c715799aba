using System.Collections.Frozen;
using System.Collections.Immutable;
using CustomerTouchpoints.Lifecycles.Versions;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>A lifecycle, checked and made fast to ask: immutable look-up tables built once from the draft.</summary>
internal sealed class LifecycleDefinition
{
    /// <summary>The name under which visits of "while open" are counted; no state can have it.</summary>
    public const string OpenScope = "*";

    /// <summary>The role of a lifecycle that names none.</summary>
    public const string DefaultRole = "customer";

    private readonly FrozenDictionary<string, State> states;
    private readonly FrozenDictionary<string, IReadOnlyList<string>> chains;
    private readonly FrozenDictionary<(string State, string Event), IReadOnlyList<Transition>> transitions;
    private readonly FrozenDictionary<string, int> stepsByEvent;
    private readonly FrozenDictionary<string, int> stepsByState;
    private readonly FrozenDictionary<string, State> openings;
    private readonly FrozenSet<string> events;
    private readonly FrozenDictionary<string, TouchpointRule> rules;
    private readonly FrozenDictionary<string, TimedTransition> timedTransitions;
    private readonly FrozenDictionary<(RuleTrigger Trigger, string Subject), ImmutableArray<TouchpointRule>> rulesByOccasion;
    private readonly FrozenDictionary<string, ImmutableArray<TouchpointRule>> repeatingByScope;
    private readonly FrozenDictionary<string, ImmutableArray<TimedTransition>> timedByScope;

    public LifecycleDefinition(LifecycleDraft draft)
    {
        Name = draft.Name;
        Version = draft.Version;
        Roles = draft.Roles.Count > 0 ? [.. draft.Roles] : [DefaultRole];
        Line = draft.Lines.Count > 0 ? draft.Lines[0] : [];
        States = [.. StatesOf(draft)];
        Transitions = [.. draft.Transitions];
        TimedTransitions = [.. draft.TimedTransitions];
        Openings = [.. draft.Openings];
        Maps = [.. draft.Maps];
        Responses = ResponsePolicy.Of(draft, States);
        ILookup<string, string> formerKeys = Maps.SelectMany(map => map.Rules).ToLookup(renamed => renamed.Value, renamed => renamed.Key);
        Rules = [.. draft.Rules.Select(rule => Complete(rule, draft, Roles[0], formerKeys))];

        states = States.ToFrozenDictionary(state => state.Name);
        chains = States.ToFrozenDictionary(state => state.Name, ChainOf);
        transitions = SearchOrders().ToFrozenDictionary(order => order.Key, order => order.Value);
        stepsByEvent = Line.Index().ToFrozenDictionary(step => step.Item.Event, step => step.Index);
        stepsByState = Line.Index().ToFrozenDictionary(step => step.Item.State.Name, step => step.Index);
        openings = Openings.ToFrozenDictionary(opening => opening.Event, opening => opening.Target);
        rules = Rules.SelectMany(rule => rule.Keys.Select(key => KeyValuePair.Create(key, rule))).ToFrozenDictionary();
        timedTransitions = TimedTransitions.ToFrozenDictionary(timed => timed.TimerKey);
        rulesByOccasion = Rules
            .GroupBy(rule => (rule.Trigger, rule.Event ?? rule.Clock ?? rule.Promise ?? rule.State?.Name ?? OpenScope))
            .ToFrozenDictionary(same => same.Key, same => same.ToImmutableArray());
        repeatingByScope = Rules
            .Where(rule => rule.Trigger is RuleTrigger.Quiet or RuleTrigger.Daily)
            .OrderBy(rule => rule.Trigger == RuleTrigger.Daily)
            .GroupBy(rule => rule.State?.Name ?? OpenScope)
            .ToFrozenDictionary(same => same.Key, same => same.ToImmutableArray());
        timedByScope = TimedTransitions
            .GroupBy(timed => timed.Scope?.Name ?? OpenScope)
            .ToFrozenDictionary(same => same.Key, same => same.ToImmutableArray());
        Events =
        [
            .. Line.Select(step => step.Event)
                .Concat(Openings.Select(opening => opening.Event))
                .Concat(Transitions.Select(transition => transition.Event))
                .Concat(Rules.Where(rule => rule.Event is not null).Select(rule => rule.Event!))
                .Concat(draft.Meanings.Keys)
                .Distinct(),
        ];
        events = Events.ToFrozenSet(StringComparer.Ordinal);
        HearsOfMessages = Events.Any(TouchpointEventName.IsOne);
        Outline = OutlineWords.Outline(this);
    }

    public string Name { get; }

    public int Version { get; }

    public IReadOnlyList<string> Roles { get; }

    public IReadOnlyList<State> States { get; }

    public IReadOnlyList<LineStep> Line { get; }

    public IReadOnlyList<Opening> Openings { get; }

    public IReadOnlyList<Transition> Transitions { get; }

    public IReadOnlyList<TimedTransition> TimedTransitions { get; }

    public IReadOnlyList<TouchpointRule> Rules { get; }

    /// <summary>What became of the names of earlier versions.</summary>
    public IReadOnlyList<VersionMap> Maps { get; }

    /// <summary>What it says of answers; null when it says nothing.</summary>
    public ResponsePolicy? Responses { get; }

    /// <summary>The definition in words, as stores remember it.</summary>
    public LifecycleOutline Outline { get; }

    /// <summary>Every event that the definition names.</summary>
    public IReadOnlyList<string> Events { get; }

    /// <summary>Whether it names any event of what becomes of messages.</summary>
    public bool HearsOfMessages { get; }

    /// <summary>Whether the definition names an event.</summary>
    public bool Declares(string eventName) => events.Contains(eventName);

    /// <summary>Every state that a draft names, superstates included, in the order they are first named.</summary>
    public static IEnumerable<State> StatesOf(LifecycleDraft draft) =>
        draft
            .Steps.Select(step => step.State)
            .Concat(draft.Openings.Select(opening => opening.Target))
            .Concat(draft.Transitions.SelectMany(transition => new[] { transition.Scope, transition.Target }).OfType<State>())
            .Concat(draft.TimedTransitions.SelectMany(timed => new[] { timed.Scope, timed.Target }).OfType<State>())
            .Concat(draft.Rules.Select(rule => rule.State).OfType<State>())
            .SelectMany(state => state.Outward())
            .Distinct();

    /// <summary>The state of that name, or null.</summary>
    public State? FindState(string name) => states.GetValueOrDefault(name);

    /// <summary>The scopes that hold in a state, outermost first: while open (unless solved), its superstates, itself.</summary>
    public IReadOnlyList<string> ChainOf(string state) => chains[state];

    /// <summary>
    /// The transitions to try for an event in a state: its own, its superstates' outward, those while open; guarded before unguarded.
    /// </summary>
    public IReadOnlyList<Transition> TransitionsOn(string state, string eventName) =>
        transitions.TryGetValue((state, eventName), out IReadOnlyList<Transition>? found) ? found : [];

    /// <summary>The index of the step that an event reaches on the line, or null.</summary>
    public int? StepReachedBy(string eventName) => stepsByEvent.TryGetValue(eventName, out int step) ? step : null;

    /// <summary>The index of a state on the line, or null.</summary>
    public int? StepOf(string state) => stepsByState.TryGetValue(state, out int step) ? step : null;

    /// <summary>The state in which a declared opening event begins a journey, or null.</summary>
    public State? OpenedBy(string eventName) => openings.GetValueOrDefault(eventName);

    /// <summary>What became of the names of an earlier version.</summary>
    public VersionMap MapFrom(int version) => Maps.FirstOrDefault(map => map.From == version) ?? new VersionMap(version);

    /// <summary>The rule of that key, or that had it in an earlier version; null when this definition no longer has it.</summary>
    public TouchpointRule? FindRule(string key) => rules.GetValueOrDefault(key);

    /// <summary>Every key of a rule: its own, and those that it had; the given one alone where the definition no longer has it.</summary>
    public IReadOnlyList<string> KeysOf(string rule) => FindRule(rule)?.Keys ?? [rule];

    /// <summary>The timed transition behind a timer's key, or null when this definition no longer has it.</summary>
    public TimedTransition? FindTimed(string timerKey) => timedTransitions.GetValueOrDefault(timerKey);

    /// <summary>What the messages of a rule are about; null where it says a category alone, or this definition no longer has it.</summary>
    public Topic? TopicOf(string rule) => FindRule(rule)?.Topic;

    /// <summary>The rules of an occasion, in the order they are declared.</summary>
    public ImmutableArray<TouchpointRule> RulesOn(RuleTrigger trigger, string subject) =>
        rulesByOccasion.TryGetValue((trigger, subject), out ImmutableArray<TouchpointRule> found) ? found : [];

    /// <summary>
    /// The rules that repeat while a scope lasts: after a quiet span, then at a time of day, each in the order they are declared.
    /// </summary>
    public ImmutableArray<TouchpointRule> RepeatingIn(string scope) =>
        repeatingByScope.TryGetValue(scope, out ImmutableArray<TouchpointRule> found) ? found : [];

    /// <summary>The timed transitions that start when a scope is entered.</summary>
    public ImmutableArray<TimedTransition> TimedIn(string scope) =>
        timedByScope.TryGetValue(scope, out ImmutableArray<TimedTransition> found) ? found : [];

    private static IReadOnlyList<string> ChainOf(State state)
    {
        var chain = state.Outward().Select(scope => scope.Name).ToList();
        if (state.Kind == StateKind.Open)
        {
            chain.Add(OpenScope);
        }

        chain.Reverse();
        return chain;
    }

    private static TouchpointRule Complete(RuleDraft rule, LifecycleDraft draft, string firstRole, ILookup<string, string> formerKeys)
    {
        Category category = rule.Category ?? RuleDefaults.CategoryOf(rule.Trigger);
        return new TouchpointRule
        {
            Key = rule.KeyOrTemplate,
            Keys = [.. formerKeys[rule.KeyOrTemplate].Prepend(rule.KeyOrTemplate).Distinct()],
            Template = rule.Template!,
            Trigger = rule.Trigger,
            State = rule.State,
            Event = rule.Event,
            Clock = rule.Clock,
            Promise = rule.Promise,
            Target = rule.Target,
            Span = rule.Span,
            LocalTime = rule.LocalTime,
            Role = rule.Role ?? firstRole,
            Category = category,
            Topic = rule.Topic,
            Survey = rule.Survey,
            Segments = [.. rule.Segments],
            StaleAfter = rule.StaleAfter ?? RuleDefaults.StaleAfter(category),
            Limit = rule.Limit ?? (rule.Trigger == RuleTrigger.Quiet ? RuleDefaults.QuietLimit : null),
            MustBeHeard = rule.MustBeHeard,
            AtAnyHour = rule.AtAnyHour,
            Priority = rule.Priority,
            Digest = rule.Digest,
            DigestItem = rule.DigestItem,
            AtOnce = [.. rule.AtOnce],
            Afterwards = rule.Afterwards,
            AsWell = rule.AsWell,
            Tone = rule.Tone,
            AddedValue = rule.RefusesAddedValue ? null : rule.AddedValue ?? draft.AddedValue,
            IsOff = rule.IsOff,
            WhenUnknown = rule.WhenUnknown ?? RuleDefaults.WhenUnknown(category),
            Routes = rule.Routes,
            Fallbacks =
            [
                .. rule
                    .Messages.Where(message => message.After is not null)
                    .Select(message => new RuleFallback(message.Channels[0], message.After!.Value, message.Unless)),
            ],
            Conditions = [.. rule.Conditions],
        };
    }

    private Dictionary<(string, string), IReadOnlyList<Transition>> SearchOrders()
    {
        var orders = new Dictionary<(string, string), IReadOnlyList<Transition>>();
        var searched = new SearchOrder(Transitions);
        foreach (State state in States)
        {
            foreach (string eventName in searched.EventsIn(state))
            {
                orders[(state.Name, eventName)] = [.. searched.Of(state, eventName)];
            }
        }

        return orders;
    }
}
