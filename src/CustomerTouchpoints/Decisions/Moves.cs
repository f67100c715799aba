using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Decisions;

/// <summary>What a change of state brings with it: scopes end and begin, timers stop and start, conditions end, rules speak.</summary>
internal static class Moves
{
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="target">The state to enter; the state the journey is in means a new visit of it.</param>
    /// <param name="occurredAt">When it happened: delays count from here.</param>
    /// <param name="explicitly">Whether an explicit transition moves it: only that may lower the line's mark.</param>
    public static void To(Deliberation deliberation, State target, DateTimeOffset occurredAt, bool explicitly)
    {
        LifecycleDefinition definition = deliberation.Definition;
        JourneySnapshot before = deliberation.Journey;
        IReadOnlyList<string> from = before.State is { } state ? definition.ChainOf(state) : [];
        IReadOnlyList<string> to = definition.ChainOf(target.Name);
        int kept = Kept(from, to, target.Name);
        List<string> left = [.. from.Skip(kept).Reverse()];
        List<string> entered = [.. to.Skip(kept)];

        foreach (string scope in left)
        {
            Leave(deliberation, scope);
        }

        foreach (string scope in entered)
        {
            int visit = (deliberation.Journey.VisitOf(scope)?.Number ?? 0) + 1;
            deliberation.Add(new Change.ScopeEntered(scope, visit, occurredAt));
        }

        deliberation.Add(new Change.Arrived(target.Name, StandingOf(target), MarkAfter(definition, before.Mark, target, explicitly)));
        if (deliberation.Journey.IsSolved && !before.IsSolved)
        {
            Silence.Fall(deliberation);
        }
        else if (before.Standing == Standing.Solved && !deliberation.Journey.IsSolved)
        {
            Clocks.Reopen(deliberation, occurredAt, before.VisitOf(before.State!)!.Since);
        }

        foreach (string scope in left)
        {
            Rules.OnLeaving(deliberation, scope, occurredAt);
        }

        foreach (string scope in entered)
        {
            Rules.OnEntering(deliberation, scope, occurredAt);
            Timers.Start(deliberation, scope, occurredAt);
        }
    }

    /// <summary>How many scopes, from the outermost, both chains share and the move does not leave.</summary>
    private static int Kept(IReadOnlyList<string> from, IReadOnlyList<string> to, string target)
    {
        int kept = 0;
        while (kept < from.Count && kept < to.Count && from[kept] == to[kept] && from[kept] != target)
        {
            kept++;
        }

        return kept;
    }

    public static void Leave(Deliberation deliberation, string scope)
    {
        deliberation.Add(new Change.ScopeLeft(scope));
        foreach (OpenTouchpoint open in deliberation.Journey.Unfinished().Where(open => open.Scope == scope && open.Status != TouchpointStatus.Sending))
        {
#if PLANTED_BUGS
            if (Planted.Is(PlantedBug.HeldConditionsOutliveTheirState) && open.Status == TouchpointStatus.Held) { continue; }
#endif
            deliberation.Add(new Change.TouchpointEnded(open.Order, open.Unsent(TouchpointStatus.Withdrawn), $"{ScopeInWords(scope)} has ended"));
        }
    }

    private static string ScopeInWords(string scope) => scope == LifecycleDefinition.OpenScope ? "being open" : scope;

    public static Standing StandingOf(State state) => state.Kind switch
    {
        StateKind.Final => Standing.Closed,
        StateKind.Solved => Standing.Solved,
        _ => Standing.Open,
    };

    private static int MarkAfter(LifecycleDefinition definition, int mark, State target, bool explicitly) =>
        definition.StepOf(target.Name) is { } step && (explicitly || step > mark) ? step : mark;
}
