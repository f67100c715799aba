namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>Finds where timed transitions alone lead round and round: no event is needed, so the journey would move for ever.</summary>
internal sealed class TimedLoops
{
    private readonly Dictionary<TimedTransition, IReadOnlyList<string>> rounds = new(ReferenceEqualityComparer.Instance);

    public TimedLoops(LifecycleDraft draft, JourneyGraph graph)
    {
        List<Step> steps =
        [
            .. graph
                .Occupied.Where(state => state.Kind != StateKind.Final)
                .SelectMany(state =>
                    draft
                        .TimedTransitions.Where(timed => state.IsWithin(timed.Scope) && !timed.LeadsOnlyTo(state.Name))
                        .Select(timed => new Step(state, timed))
                ),
        ];
        steps = Endless(steps);
        var told = new HashSet<string>();
        foreach (Step step in steps.OrderBy(step => draft.TimedTransitions.IndexOf(step.By)))
        {
            if (!told.Contains(step.From.Name) && Round(steps, step) is { } round)
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
            List<Step> kept = [.. steps.Where(step => Returns(steps, step))];
            if (kept.Count == steps.Count)
            {
                return kept;
            }

            steps = kept;
        }
    }

    private static bool Returns(List<Step> steps, Step step)
    {
        HashSet<string> ahead = Reach(steps, step.To.Name);
        return ahead.Contains(step.From.Name)
            && (
                step.EndsItsScope
                || steps.Any(other =>
                    ahead.Contains(other.From.Name)
                    && !other.From.IsWithin(step.By.Scope)
                    && Reach(steps, other.From.Name).Contains(step.From.Name)
                )
            );
    }

    private static HashSet<string> Reach(List<Step> steps, string start)
    {
        var found = new HashSet<string> { start };
        while (steps.FirstOrDefault(step => found.Contains(step.From.Name) && !found.Contains(step.To.Name)) is { } next)
        {
            found.Add(next.To.Name);
        }

        return found;
    }

    /// <summary>The shortest way from a step back to where it began.</summary>
    private static IReadOnlyList<string>? Round(List<Step> steps, Step first)
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

            foreach (Step step in steps.Where(step => step.From.Name == way[^1] && seen.Add(step.To.Name)))
            {
                ways.Enqueue([.. way, step.To.Name]);
            }
        }

        return null;
    }

    private sealed record Step(State From, TimedTransition By)
    {
        public State To => By.Target;

        public bool EndsItsScope => !To.IsWithin(By.Scope) || To.Name == By.Scope?.Name;
    }
}
