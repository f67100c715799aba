namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>
/// Every state a journey can come to. Guards may hold or not, facts may come or not; only what no order of facts can bring about is
/// missing. States are told apart by name, as in storage.
/// </summary>
/// <remarks>
/// A journey's line can do the more, the less of it is marked, and nothing else depends on the mark. So of each state the lowest mark with
/// which a journey can be in it says all, and the work is that of the sentences rather than that of states times marks.
/// </remarks>
internal sealed class JourneyGraph
{
    private readonly LineStep[] steps;
    private readonly Dictionary<string, int> stepOf;
    private readonly Dictionary<string, State> states;
    private readonly ILookup<string, State?> arrows;
    private readonly Dictionary<string, int> marks;
    private readonly ILookup<string, State> within;

    public JourneyGraph(LifecycleDraft draft)
    {
        steps = [.. draft.Steps];
        stepOf = steps.Index().DistinctBy(step => step.Item.State.Name).ToDictionary(step => step.Item.State.Name, step => step.Index);
        states = LifecycleDefinition.StatesOf(draft).DistinctBy(state => state.Name).ToDictionary(state => state.Name);
        arrows = draft
            .Transitions.Where(transition => transition.Kind != TransitionKind.Stay)
            .Select(transition => (transition.Scope, transition.Target))
            .Concat(draft.TimedTransitions.Select(timed => (timed.Scope, Target: (State?)timed.Target)))
            .Distinct()
            .ToLookup(arrow => SearchOrder.NameOf(arrow.Scope), arrow => arrow.Target);
        Place[] starts =
        [
            .. steps.Select((step, index) => new Place(step.State.Name, index)),
            .. draft.Openings.Select(opening => new Place(opening.Target.Name, MarkIn(opening.Target.Name, -1))),
        ];

        // Where nothing opens a journey, that is the fault to tell, not that each state is out of reach.
        marks = From(starts.Length > 0 ? starts : states.Keys.Select(name => new Place(name, -1)));
        Occupied = [.. states.Values.Where(state => marks.ContainsKey(state.Name))];
        within = Occupied
            .SelectMany(state => SearchOrder.ScopesOf(state).Select(scope => (scope, state)))
            .ToLookup(held => held.scope, held => held.state);
    }

    /// <summary>The states in which a journey can be, in the order they are first named.</summary>
    public IReadOnlyList<State> Occupied { get; }

    /// <summary>Whether a journey can come to this state, or to one within it.</summary>
    public bool Reaches(State state) => Holds(state);

    /// <summary>Whether what is declared for a scope (null: while open) can ever hold.</summary>
    public bool Holds(State? scope) => within.Contains(SearchOrder.NameOf(scope));

    /// <summary>Whether a journey can leave this state.</summary>
    public bool Leaves(State state) =>
        MovingWithin(state).Any(from => TargetsOf(from, marks[from.Name]).Any(to => !to.IsWithin(state) || to.Name == state.Name));

    /// <summary>Whether a journey can enter this state a second time.</summary>
    public bool Reenters(State state)
    {
        Dictionary<string, int> after = From(within[state.Name].Select(held => new Place(held.Name, marks[held.Name])));
        return after
            .Select(place => (State: states[place.Key], Mark: place.Value))
            .Where(from => from.State.Kind != StateKind.Final)
            .Any(from =>
                TargetsOf(from.State, from.Mark).Any(to => to.IsWithin(state) && (to.Name == state.Name || !from.State.IsWithin(state)))
            );
    }

    /// <summary>The states from which the line could still move on to a step: not final, and not past it.</summary>
    public IEnumerable<State> Before(LineStep step)
    {
        int index = Array.FindIndex(steps, other => ReferenceEquals(other, step));
        return Occupied.Where(state => state.Kind != StateKind.Final && marks[state.Name] < index);
    }

    private IEnumerable<State> MovingWithin(State state) => within[state.Name].Where(held => held.Kind != StateKind.Final);

    /// <summary>Going to a state of the line sets the mark to its step; going elsewhere leaves it.</summary>
    private int MarkIn(string target, int mark) => stepOf.TryGetValue(target, out int step) ? step : mark;

    private IEnumerable<State> TargetsOf(State state, int mark) =>
        SearchOrder
            .ScopesOf(state)
            .SelectMany(scope =>
                // What a wider scope declares leads nowhere from the state that it leads to.
                arrows[scope].Where(target => target?.Name != state.Name || scope == state.Name).Select(target => target ?? state)
            )
            .Concat(steps.Skip(mark + 1).Select(step => step.State));

    /// <summary>The states in which a journey can be that starts in these places, each with the lowest mark it can have there.</summary>
    private Dictionary<string, int> From(IEnumerable<Place> starts)
    {
        var found = new Dictionary<string, int>();
        var left = new Dictionary<string, int>();
        int line = steps.Length;
        var ahead = new PriorityQueue<string, int>(starts.Select(start => (start.State, start.Mark)));
        while (ahead.TryDequeue(out string? name, out int mark))
        {
            if (IsNoNews(found, name, mark) || states[name] is not { Kind: not StateKind.Final } state)
            {
                continue;
            }

            // What a scope leads to is looked at once for each mark, however many states are within it.
            foreach (string scope in SearchOrder.ScopesOf(state).Where(scope => !IsNoNews(left, scope, mark)))
            {
                ahead.EnqueueRange(arrows[scope].OfType<State>().Select(target => (target.Name, MarkIn(target.Name, mark))));
            }

            for (; line > mark + 1; line--)
            {
                ahead.Enqueue(steps[line - 1].State.Name, line - 1);
            }
        }

        return found;
    }

    /// <summary>Whether something was found with this mark or a lower one; notes it where it was not.</summary>
    private static bool IsNoNews(Dictionary<string, int> found, string name, int mark)
    {
        if (found.TryGetValue(name, out int known) && known <= mark)
        {
            return true;
        }

        found[name] = mark;
        return false;
    }
}
