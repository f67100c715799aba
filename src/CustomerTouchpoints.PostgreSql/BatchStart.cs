using CustomerTouchpoints.PostgreSql.Hosts;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// Begins a store's batches, each in the term that its host has then; until something was loaded nothing is decided, and it tries anew.
/// </summary>
/// <remarks>Used by the writer alone.</remarks>
internal sealed class BatchStart(
    PostgreSqlTouchpointStore store,
    PostgreSqlStoreOptions options,
    Membership membership,
    DatabaseTime clock,
    TimeProvider time
)
{
    /// <summary>How often a batch is begun anew: after a deadlock, on a connection that was lost, or in a new term.</summary>
    private const int MostTries = 5;

    public async ValueTask<PostgreSqlBatch> BeginAsync(BatchKeys keys, CancellationToken cancellationToken)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                if (await TryBeginAsync(keys, cancellationToken).ConfigureAwait(false) is { } begun)
                {
                    return begun;
                }
            }
            catch (Exception cause) when (StoreFaults.WorksAnew(cause) && tries < MostTries)
            {
                // Nothing was decided yet: the next try finds everything anew.
            }
            catch (Exception cause) when (cause is NpgsqlException || StoreFaults.IsLost(cause))
            {
                throw store.Faults.Explain(cause);
            }

            if (tries == MostTries)
            {
                throw new StoreUnavailableException(
                    "This host's term was ended by others again and again: its lease passes before a batch is through. Make Lease longer."
                );
            }
        }
    }

    /// <summary>Null when the term of this host has ended: it then has a new one.</summary>
    private async Task<PostgreSqlBatch?> TryBeginAsync(BatchKeys keys, CancellationToken cancellationToken)
    {
        Lease lease = membership.Current ?? await membership.EnterAsync(cancellationToken).ConfigureAwait(false);
        NpgsqlConnection connection = await store.Writer.OpenAsync(cancellationToken).ConfigureAwait(false);
        var load = new BatchLoad(keys);
        long asked = time.GetTimestamp();
        long answered;
        try
        {
            await load.RunAsync(connection, lease.Term, options.Schema, store.Known, store.Numbers, cancellationToken)
                .ConfigureAwait(false);
            answered = time.GetTimestamp();
        }
        catch (Exception cause)
        {
            await store.Writer.LeaveTransactionAsync(connection, StoreFaults.LeavesInDoubt(cause)).ConfigureAwait(false);
            throw;
        }

        if (load.BegunAt is not { } now)
        {
            await store.Writer.LeaveTransactionAsync(connection, isInDoubt: false).ConfigureAwait(false);
            membership.Ended(lease.Term);
            return null;
        }

        clock.Learn(now, asked, load.LoadedAt, answered);
        membership.See(lease.Term, load.LivingTerms);
        store.Known.Remember(load.Journeys.Keys);
        store.Known.Remember(load.Customers.Keys);
        return new PostgreSqlBatch(store, connection, load, lease.Term);
    }
}
