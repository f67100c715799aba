using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>Switches and limits within one batch: what was loaded, what the batch counts, and the rules that it stops.</summary>
internal sealed class Throttle
{
    private readonly IReadOnlyList<Limit> limits;
    private readonly List<SwitchRow> switches;
    private readonly Dictionary<string, TallyRow> tallies;
    private readonly HashSet<string> counted = [];
    private readonly List<OperationRow> operations = [];

    public Throttle(IReadOnlyList<Limit> limits, DecisionSettings settings, IStoreBatch loaded)
    {
        this.limits = limits;
        switches = [.. loaded.Switches];
        tallies = loaded.Tallies.ToDictionary(row => row.Key);
        Settings = settings with { Switches = SwitchRows.ToBoard(loaded.Switches) };
    }

    /// <summary>What decisions go by: the switches among it may change within a batch.</summary>
    public DecisionSettings Settings { get; private set; }

    /// <summary>The switches as they stand now.</summary>
    public Switchboard Board => Settings.Switches;

    /// <summary>What is used of the limits that a message comes under; nothing for one that a pause stops anyway.</summary>
    public IReadOnlyList<Tally> Of(LifecycleDefinition definition, OpenTouchpoint touchpoint, Channel channel, DateTimeOffset now)
    {
        if (limits.Count == 0)
        {
            return [];
        }

        IReadOnlyList<string> rule = definition.KeysOf(touchpoint.Rule);
        var scope = SwitchScope.OfRule(definition.Name, rule[0]);
        return Board.Before(definition.Name, rule, channel).Any(state => state.Pause is not null)
            ? []
            : [.. limits.Where(limit => limit.Scope == scope || limit.Scope == SwitchScope.Of(channel)).Select(limit => Of(limit, now))];
    }

    /// <summary>An attempt has begun. What an operator has approved does not count towards the next approval.</summary>
    public void Count(IReadOnlyList<Tally> under, OpenTouchpoint touchpoint)
    {
        foreach (
            Tally tally in under.Where(tally => !tally.Limit.NeedsApproval || !Board.Approves(tally.Limit.Scope, touchpoint.PlannedAt))
        )
        {
            tallies[tally.Limit.Key] = new TallyRow(tally.Limit.Key, tally.Start, tally.Count + 1);
            counted.Add(tally.Limit.Key);
        }
    }

    /// <summary>Pauses the rules whose message was held for approval.</summary>
    public void Stop(IReadOnlyList<Tally> under, OpenTouchpoint held, DateTimeOffset now)
    {
        foreach (Limit limit in under.Where(tally => tally.Limit.NeedsApproval && tally.IsSpent).Select(tally => tally.Limit))
        {
            if (Board.Of(limit.Scope)?.Pause is not null || Board.Approves(limit.Scope, held.PlannedAt))
            {
                continue;
            }

            string scope = limit.Scope.ToString();
            SwitchRow? before = switches.Find(row => row.Scope == scope);
            switches.RemoveAll(row => row.Scope == scope);
            switches.Add(
                new SwitchRow
                {
                    Scope = scope,
                    IsPaused = true,
                    Reason = limit.ToString(),
                    By = Limit.Threshold,
                    ChangedAt = now,
                    Revision = Board.Revision + 1,
                    DiscardedUntil = before?.DiscardedUntil,
                }
            );
            operations.Add(new OperationRow(now, scope, "Paused", Limit.Threshold, limit.ToString()));
            Settings = Settings with { Switches = SwitchRows.ToBoard(switches) };
        }
    }

    /// <summary>What the batch has counted and stopped, beside what else it writes.</summary>
    public BatchWrites AddTo(BatchWrites writes) =>
        counted.Count == 0 && operations.Count == 0
            ? writes
            : writes with
            {
                Tallies = [.. counted.Select(key => tallies[key])],
                Switches = [.. switches.Where(row => operations.Exists(operation => operation.Subject == row.Scope))],
                Operations = operations,
            };

    private Tally Of(Limit limit, DateTimeOffset now)
    {
        DateTimeOffset start = limit.WindowOf(now);
        return new Tally(limit, start, tallies.TryGetValue(limit.Key, out TallyRow? row) && row.Start == start ? row.Count : 0);
    }
}
