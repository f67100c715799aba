using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>
/// The switches in the store: set in the writer's turn, between two batches, so that no claim is half before and half behind one.
/// </summary>
internal sealed class StoredSwitches(
    TouchpointsEngine engine,
    ITouchpointStore store,
    StoreTurn turn,
    LifecycleRegistry lifecycles,
    Senders senders,
    SeenSwitches seen,
    StoreTime time,
    ILogger<StoredSwitches> logger
) : ITouchpointSwitches
{
    private const int LongestText = 200;

    public Task<bool> PauseAsync(SwitchScope scope, string reason, string by, CancellationToken cancellationToken = default)
    {
        Demand(scope);
        return SetAsync(scope, "Paused", reason, by, cancellationToken);
    }

    public Task<bool> ResumeAsync(SwitchScope scope, string reason, string by, CancellationToken cancellationToken = default) =>
        SetAsync(scope, "Resumed", reason, by, cancellationToken);

    public Task DiscardAsync(SwitchScope scope, string reason, string by, CancellationToken cancellationToken = default)
    {
        Demand(scope);
        return SetAsync(scope, "Discarded", reason, by, cancellationToken);
    }

    public async Task<IReadOnlyList<Pause>> CurrentAsync(CancellationToken cancellationToken = default)
    {
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<SwitchRow> rows = await store.ReadSwitchesAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Where(row => row.IsPaused).Select(SwitchRows.ToPause)];
    }

    public async Task<IReadOnlyList<Operation>> HistoryAsync(int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<OperationRow> rows = await store.ReadOperationsAsync(limit, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => new Operation(row.RecordedAt, row.Subject, row.Outcome, row.By, row.Reason))];
    }

    private async Task<bool> SetAsync(SwitchScope scope, string outcome, string reason, string by, CancellationToken cancellationToken)
    {
        SwitchScope.Given(scope);
        Identifier.Key(reason, "a reason", LongestText);
        Identifier.Key(by, "an operator", LongestText);
        if (by == Limit.Threshold)
        {
            throw new ArgumentException(
                $"\"{by}\" can't be an operator: the record says it of rules that paused themselves. Say who it was.",
                nameof(by)
            );
        }

        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        bool isPaused = outcome == "Paused";
        bool discards = outcome == "Discarded";
        Switchboard board = Switchboard.Open;
        bool changed = await turn.CommitAsync(
                loaded =>
                {
                    SwitchRow? before = loaded.Switches.FirstOrDefault(row => row.Scope == scope.ToString());
                    if (!discards && (before?.IsPaused ?? false) == isPaused)
                    {
                        return null;
                    }

                    DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
                    var row = new SwitchRow
                    {
                        Scope = scope.ToString(),
                        IsPaused = isPaused,
                        Reason = reason,
                        By = by,
                        ChangedAt = now,
                        DiscardedUntil = discards ? now : before?.DiscardedUntil,
                        Revision = SwitchRows.RevisionOf(loaded.Switches) + 1,
                    };
                    board = SwitchRows.ToBoard([.. loaded.Switches.Where(other => other.Scope != row.Scope), row]);
                    return new BatchWrites
                    {
                        Switches = [row],

                        // What comes after the approval is counted anew.
                        Tallies = isPaused
                            ? []
                            :
                            [
                                .. loaded
                                    .Tallies.Where(tally => tally.Key == Limit.KeyOf(scope, needsApproval: true))
                                    .Select(tally => tally with { Count = 0 }),
                            ],
                        Operations = [new OperationRow(now, row.Scope, outcome, by, reason)],
                        Recalls = isPaused ? [] : [new Recall.Held(now)],
                    };
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        if (changed)
        {
            seen.Board = board;
            engine.Writer.WorkLeft.Set();
            ProcessingLog.Switched(logger, scope, outcome, board.Revision);
        }

        return changed;
    }

    /// <summary>A pause of something that is not there would stop nothing, and look as if it did.</summary>
    private void Demand(SwitchScope scope)
    {
        if (scope == SwitchScope.Restored)
        {
            throw new ArgumentException(
                "The start alone sets SwitchScope.Restored, when the store has gone back. Resume it, and decide about what is in review.",
                nameof(scope)
            );
        }

        if (scope.Channel is { } channel && !senders.Has(channel))
        {
            throw new ArgumentException(
                $"No sender is registered for the channel \"{channel}\". Registered: {string.Join(", ", senders.Channels)}.",
                nameof(scope)
            );
        }

        if (
            scope.Rule is var (lifecycle, rule)
            && !lifecycles.All.Any(definition => definition.Name == lifecycle && definition.FindRule(rule)?.Key == rule)
        )
        {
            throw new ArgumentException(
                $"No rule is called \"{lifecycle}/{rule}\". A rule's key is its template's name, or what Named gave it; ToMermaid shows "
                    + "a lifecycle's rules.",
                nameof(scope)
            );
        }
    }
}
