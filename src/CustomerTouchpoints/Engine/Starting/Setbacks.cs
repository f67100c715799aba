using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Starting;

/// <summary>
/// What the start makes of a store that went back: it says so in the log and in the record of operations, and lets whatever may have been
/// sent already go to review, where the options say so.
/// </summary>
internal sealed class Setbacks(
    ITouchpointStore store,
    StoreTurn turn,
    IOptions<TouchpointsOptions> options,
    StoreTime time,
    ILogger<Setbacks> logger
)
{
    private const string Store = "store";

    public async Task AcceptAsync(CancellationToken cancellationToken)
    {
        if (store.Setback is not { } setback)
        {
            return;
        }

        bool reviews = options.Value.ReviewAfterRestore;
        string words = setback + (reviews ? "; what was due by then goes to review" : "; what was due by then may be sent a second time");
        await turn.CommitAsync(
                loaded =>
                {
                    DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
                    return new BatchWrites
                    {
                        Switches = reviews ? [SwitchOf(setback, words, now, loaded.Switches)] : [],
                        Operations = [new OperationRow(now, Store, "WentBack", Store, words)],
                    };
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        ProcessingLog.WentBack(logger, words);
    }

    /// <summary>
    /// The switch that sends to review what may have been sent. One of an earlier setback that nobody has resumed holds on.
    /// </summary>
    private static SwitchRow SwitchOf(StoreSetback setback, string words, DateTimeOffset now, IReadOnlyList<SwitchRow> switches)
    {
        string scope = SwitchScope.Restored.ToString();
        DateTimeOffset? earlier = switches.FirstOrDefault(row => row.Scope == scope && row.IsPaused)?.DiscardedUntil;
        return new SwitchRow
        {
            Scope = scope,
            IsPaused = true,
            Reason = words,
            By = Store,
            ChangedAt = now,
            DiscardedUntil = earlier > setback.Until ? earlier : setback.Until,
            Revision = SwitchRows.RevisionOf(switches) + 1,
        };
    }
}
