namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Finds where timed transitions alone lead round and round: no event is needed, so the journey would move for ever.</summary>
internal sealed class TimedLoops
{
    private readonly Dictionary<TimedTransition, IReadOnlyList<string>> rounds = new(ReferenceEqualityComparer.Instance);

    public TimedLoops(LifecycleDraft draft, JourneyGraph graph)
    {
        ILookup<string, (TimedTransition By, int Index)> declared = draft
            .TimedTransitions.Select((timed, index) => (timed, index))
            .ToLookup(timed => SearchOrder.NameOf(timed.timed.Scope));
        List<Step> steps = Endless([
            .. graph
                .Occupied.Where(state => state.Kind != StateKind.Final)
                .SelectMany(state =>
                    SearchOrder
                        .ScopesOf(state)
                        .SelectMany(scope => declared[scope])
                        .Where(timed => !timed.By.LeadsOnlyTo(state.Name))
                        .OrderBy(timed => timed.Index)
                        .Select(timed => new Step(state, timed.By, timed.Index))
                ),
        ]);
        ILookup<string, Step> from = steps.ToLookup(step => step.From.Name);
        var told = new HashSet<string>();
        foreach (Step step in steps.OrderBy(step => step.Index))
        {
            if (!told.Contains(step.From.Name) && Round(from, step) is { } round)
            {
                told.UnionWith(round);
                rounds[step.By] = round;
            }
        }
    }

    /// <summary>The states of the round that begins with this transition, or null; each round is told once.</summary>
    public IReadOnlyList<string>? RoundBeginningWith(TimedTransition timed) => rounds.GetValueOrDefault(timed);

    /// <summary>
    /// The steps that can be repeated. A timer fires once per visit of its scope, so a step that stays within its scope needs a round that
    /// leaves it.
    /// </summary>
    private static List<Step> Endless(List<Step> steps)
    {
        while (true)
        {
            // From each state of a circle a journey comes to all others of it, so a step is part of a round when both its ends are of one.
            Circles circles = Circles.In(steps.Select(step => (step.From.Name, step.To.Name)));
            ILookup<int, State> members = steps.Select(step => step.From).Distinct().ToLookup(state => circles.Of(state.Name));
            List<Step> kept =
            [
                .. steps.Where(step =>
                    circles.Of(step.From.Name) == circles.Of(step.To.Name)
                    && (step.EndsItsScope || members[circles.Of(step.From.Name)].Any(other => !other.IsWithin(step.By.Scope)))
                ),
            ];
            if (kept.Count == steps.Count)
            {
                return kept;
            }

            steps = kept;
        }
    }

    /// <summary>The shortest way from a step back to where it began.</summary>
    private static IReadOnlyList<string>? Round(ILookup<string, Step> from, Step first)
    {
        var ways = new Queue<IReadOnlyList<string>>([
            [first.From.Name, first.To.Name],
        ]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out IReadOnlyList<string>? way))
        {
            if (way[^1] == first.From.Name)
            {
                return way;
            }

            foreach (Step step in from[way[^1]].Where(step => seen.Add(step.To.Name)))
            {
                ways.Enqueue([.. way, step.To.Name]);
            }
        }

        return null;
    }

    private sealed record Step(State From, TimedTransition By, int Index)
    {
        public State To => By.Target;

        public bool EndsItsScope => !To.IsWithin(By.Scope) || To.Name == By.Scope?.Name;
    }
}
