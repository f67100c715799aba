namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>
/// Every place a journey can come to. Guards may hold or not, facts may come or not; only what no order of facts can bring about is
/// missing. States are told apart by name, as in storage.
/// </summary>
internal sealed class JourneyGraph
{
    private readonly LifecycleDraft draft;
    private readonly LineStep[] steps;
    private readonly Dictionary<string, State> states;
    private readonly Dictionary<Place, Place[]> moves = [];
    private readonly HashSet<string> reached;

    public JourneyGraph(LifecycleDraft draft)
    {
        this.draft = draft;
        steps = [.. draft.Steps];
        states = LifecycleDefinition.StatesOf(draft).DistinctBy(state => state.Name).ToDictionary(state => state.Name);
        Explore();
        reached = [.. moves.Keys.SelectMany(place => states[place.State].Outward()).Select(state => state.Name)];
        Occupied = [.. states.Values.Where(state => moves.Keys.Any(place => place.State == state.Name))];
    }

    /// <summary>The states in which a journey can be, in the order they are first named.</summary>
    public IReadOnlyList<State> Occupied { get; }

    /// <summary>Whether a journey can come to this state, or to one within it.</summary>
    public bool Reaches(State state) => reached.Contains(state.Name);

    /// <summary>Whether what is declared for a scope (null: while open) can ever hold.</summary>
    public bool Holds(State? scope) => Occupied.Any(state => state.IsWithin(scope));

    /// <summary>Whether a journey can leave this state.</summary>
    public bool Leaves(State state) => MovesWithin(moves.Keys, state).Any(move => Ends(state, move.To));

    /// <summary>Whether a journey can enter this state a second time.</summary>
    public bool Reenters(State state) =>
        MovesWithin(From(moves.Keys.Where(place => IsIn(place, state))), null)
            .Any(move => IsIn(move.To, state) && (!IsIn(move.From, state) || move.To.State == state.Name));

    /// <summary>The states from which the line could still move on to a step: not final, and not past it.</summary>
    public IReadOnlyList<State> Before(LineStep step)
    {
        int index = Array.FindIndex(steps, other => ReferenceEquals(other, step));
        return
        [
            .. Occupied.Where(state =>
                state.Kind != StateKind.Final && moves.Keys.Any(place => place.State == state.Name && place.Mark < index)
            ),
        ];
    }

    private void Explore()
    {
        Place[] starts =
        [
            .. steps.Select((step, index) => new Place(step.State.Name, index)),
            .. draft.Openings.Select(opening => Arrival(opening.Target, mark: -1)),
        ];

        // Where nothing opens a journey, that is the fault to tell, not that each state is out of reach.
        var ahead = new Queue<Place>(starts.Length > 0 ? starts : states.Keys.Select(name => new Place(name, -1)));
        while (ahead.TryDequeue(out Place place))
        {
            if (moves.ContainsKey(place))
            {
                continue;
            }

            moves[place] = [.. MovesFrom(place)];
            foreach (Place next in moves[place])
            {
                ahead.Enqueue(next);
            }
        }
    }

    private IEnumerable<Place> MovesFrom(Place place)
    {
        State state = states[place.State];
        if (state.Kind == StateKind.Final)
        {
            return [];
        }

        IEnumerable<Place> byEvent = draft
            .Transitions.Where(transition =>
                transition.Kind != TransitionKind.Stay && state.IsWithin(transition.Scope) && !transition.LeadsOnlyTo(state.Name)
            )
            .Select(transition => transition.Target is { } target ? Arrival(target, place.Mark) : place);
        IEnumerable<Place> byTime = draft
            .TimedTransitions.Where(timed => state.IsWithin(timed.Scope) && !timed.LeadsOnlyTo(state.Name))
            .Select(timed => Arrival(timed.Target, place.Mark));
        IEnumerable<Place> byLine = steps.Select((step, index) => new Place(step.State.Name, index)).Skip(place.Mark + 1);
        return byEvent.Concat(byTime).Concat(byLine).Distinct();
    }

    /// <summary>Going to a state of the line sets the mark to its step; going elsewhere leaves it.</summary>
    private Place Arrival(State target, int mark)
    {
        int step = Array.FindIndex(steps, other => other.State.Name == target.Name);
        return new Place(target.Name, step >= 0 ? step : mark);
    }

    private HashSet<Place> From(IEnumerable<Place> starts)
    {
        var found = new HashSet<Place>();
        var ahead = new Queue<Place>(starts);
        while (ahead.TryDequeue(out Place place))
        {
            if (found.Add(place))
            {
                foreach (Place next in moves[place])
                {
                    ahead.Enqueue(next);
                }
            }
        }

        return found;
    }

    private IEnumerable<(Place From, Place To)> MovesWithin(IEnumerable<Place> places, State? state) =>
        places.Where(place => state is null || IsIn(place, state)).SelectMany(place => moves[place].Select(next => (place, next)));

    private bool Ends(State state, Place next) => !IsIn(next, state) || next.State == state.Name;

    private bool IsIn(Place place, State state) => states[place.State].IsWithin(state);
}
