using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>What a change of state brings with it: scopes end and begin, timers stop and start, conditions end, rules speak.</summary>
internal static class Movement
{
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="target">The state to enter; the state the journey is in means a new visit of it.</param>
    /// <param name="occurredAt">When it happened: delays count from here.</param>
    /// <param name="explicitly">Whether an explicit transition moves it: only that may lower the line's mark.</param>
    public static void To(Deliberation deliberation, State target, DateTimeOffset occurredAt, bool explicitly)
    {
        LifecycleDefinition definition = deliberation.Definition;
        (string? state, JourneyStanding standing, int mark, bool wasSolved) = (
            deliberation.Journey.State,
            deliberation.Journey.Standing,
            deliberation.Journey.Mark,
            deliberation.Journey.IsSolved
        );
        Visit? solved = standing == JourneyStanding.Solved ? deliberation.Journey.VisitOf(state!) : null;
        IReadOnlyList<string> from = state is null ? [] : definition.ChainOf(state);
        IReadOnlyList<string> to = definition.ChainOf(target.Name);
        int kept = Kept(from, to, target.Name);
        for (int i = from.Count - 1; i >= kept; i--)
        {
            Leave(deliberation, from[i]);
        }

        JourneySnapshot between = deliberation.Journey;
        for (int i = kept; i < to.Count; i++)
        {
            int visit = (between.VisitOf(to[i])?.Number ?? 0) + 1;
            deliberation.Add(new ScopeEntered(to[i], visit, occurredAt));
        }

        deliberation.Add(new Arrived(target.Name, StandingOf(target), MarkAfter(definition, mark, target, explicitly)));
        Complaints.Follow(deliberation);
        if (deliberation.Journey.IsSolved && !wasSolved)
        {
            Silence.Fall(deliberation);
        }
        else if (solved is not null && !deliberation.Journey.IsSolved)
        {
            ClockSettling.Reopen(deliberation, occurredAt, solved.Since);
        }

        for (int i = from.Count - 1; i >= kept; i--)
        {
            Planning.OnLeaving(deliberation, from[i], occurredAt);
        }

        for (int i = kept; i < to.Count; i++)
        {
            Planning.OnEntering(deliberation, to[i], occurredAt);
            Timers.Start(deliberation, to[i], occurredAt);
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
        JourneySnapshot before = deliberation.Journey;
        deliberation.Add(new ScopeLeft(scope));
        foreach (OpenTouchpoint open in before.Dependent())
        {
            if (open.Scope != scope || open.Status == TouchpointStatus.Sending)
            {
                continue;
            }
            deliberation.Add(new TouchpointEnded(open.Order, open.Unsent(TouchpointStatus.Withdrawn), Ended(scope)));
        }
    }

    private static Reason Ended(string scope) =>
        scope == LifecycleDefinition.OpenScope ? PlanReasons.OpenEnded : PlanReasons.StateEnded.With(scope);

    public static JourneyStanding StandingOf(State state) =>
        state.Kind switch
        {
            StateKind.Final => JourneyStanding.Closed,
            StateKind.Solved => JourneyStanding.Solved,
            _ => JourneyStanding.Open,
        };

    private static int MarkAfter(LifecycleDefinition definition, int mark, State target, bool explicitly) =>
        definition.StepOf(target.Name) is { } step && (explicitly || step > mark) ? step : mark;
}
