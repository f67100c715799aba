using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Versions;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Promises;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys.Moves;

/// <summary>
/// A journey whose version is no longer there goes on under another: its names change as the map says, its timers are those of the new
/// definition. Nothing is told because of it.
/// </summary>
internal static class Upgrades
{
    public static void Decide(Deliberation deliberation, LifecycleOutline outline)
    {
        LifecycleDefinition definition = deliberation.Definition;
        int version = deliberation.Journey.Version;
        string? before = deliberation.Journey.State;
        VersionMap map = definition.MapFrom(version);
        deliberation.Consider($"version {definition.Version}", null);
        deliberation.Add(
            new VersionRaised(
                definition.Version,
                map.States.ToDictionary(renamed => renamed.Key, renamed => renamed.Value.Name),
                map.Rules.ToDictionary(),
                TemplatesOf(deliberation),
                StepsOf(definition, map, outline)
            )
        );
        if (deliberation.Journey.State is { } after)
        {
            State state =
                definition.FindState(after)
                ?? throw new InvalidOperationException(
                    $"Version {definition.Version} of {definition.Name} has no state {after}. Say what became of it with "
                        + $"FromVersion({version}).State(\"{after}\", ...)."
                );
            Settle(deliberation, state);
            Timers.Carry(deliberation);
            ClockSettling.Carry(deliberation);
            Promising.Settle(deliberation, deliberation.Now);
        }

        bool hasMoved = before != deliberation.Journey.State;
        deliberation.Record(
            JournalEntryKind.Version,
            deliberation.Cause,
            JournalEntryOutcome.Upgraded,
            FactReasons.Upgraded.With(version, definition.Version, hasMoved ? before : null, hasMoved ? deliberation.Journey.State : null),
            deliberation.Now
        );
    }

    private static Dictionary<string, string> TemplatesOf(Deliberation deliberation) =>
        deliberation
            .Journey.Unfinished()
            .Where(open => open.Contents is null)
            .DistinctBy(open => open.Rule)
            .Select(open => (Open: open, Rule: deliberation.Definition.FindRule(open.Rule)))
            .Where(found => found.Rule is not null && found.Rule.Template != found.Open.Template)
            .ToDictionary(found => found.Open.Rule, found => found.Rule!.Template);

    /// <summary>
    /// For each step of the old line its place on the new one; a step that is no more has the place of the one before it, or -1.
    /// </summary>
    private static List<int> StepsOf(LifecycleDefinition definition, VersionMap map, LifecycleOutline outline)
    {
        var steps = new List<int>();
        foreach (string state in outline.Line)
        {
            steps.Add(definition.StepOf(map.StateOf(state)) ?? (steps.Count > 0 ? steps[^1] : -1));
        }

        return steps;
    }

    /// <summary>Superstates may have come and gone, and the state may mean something else for the matter.</summary>
    private static void Settle(Deliberation deliberation, State state)
    {
        IReadOnlyList<string> chain = deliberation.Definition.ChainOf(state.Name);
        foreach (Visit visit in deliberation.Journey.Visits.Where(visit => visit.Lasts && !chain.Contains(visit.Scope)))
        {
            Movement.Leave(deliberation, visit.Scope);
        }

        foreach (string scope in chain.Where(scope => deliberation.Journey.VisitOf(scope) is not { Lasts: true }))
        {
            deliberation.Add(new ScopeEntered(scope, (deliberation.Journey.VisitOf(scope)?.Number ?? 0) + 1, deliberation.Now));
        }

        bool wasSolved = deliberation.Journey.IsSolved;
        deliberation.Add(new Arrived(state.Name, Movement.StandingOf(state), deliberation.Journey.Mark));
        if (deliberation.Journey.IsSolved && !wasSolved)
        {
            Silence.Fall(deliberation);
        }
        else if (wasSolved && !deliberation.Journey.IsSolved)
        {
            ClockSettling.Reopen(deliberation, deliberation.Now, deliberation.Journey.VisitOf(state.Name)!.Since);
        }
    }
}
