using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>An open batch: one transaction on the writer's connection, in two round trips.</summary>
internal sealed class PostgreSqlBatch : IStoreBatch
{
    private readonly PostgreSqlTouchpointStore store;
    private readonly NpgsqlConnection connection;
    private readonly BatchLoad load;
    private bool isOver;

    public PostgreSqlBatch(PostgreSqlTouchpointStore store, NpgsqlConnection connection, BatchLoad load, long term)
    {
        this.store = store;
        this.connection = connection;
        this.load = load;
        Term = term;
    }

    public long Term { get; }

    public IReadOnlyDictionary<JourneyId, JourneyRow> Journeys => load.Journeys;

    public IReadOnlyDictionary<EventKey, RaisedEvent> RaisedEvents => load.RaisedEvents;

    public IReadOnlyDictionary<CustomerId, CustomerRow> Customers => load.Customers;

    public IReadOnlyList<SuppressionRow> Suppressions => load.Suppressions;

    public IReadOnlyList<SwitchRow> Switches => load.Switches;

    public IReadOnlyList<TallyRow> Tallies => load.Tallies;

    public IReadOnlyList<RateRow> Rates => load.Rates;

    public DateTimeOffset? ReadAt => load.LoadedAt;

    public IReadOnlySet<long> Intake => load.Intake;

    public bool HasEnded(long term) => !load.LivingTerms.Contains(term);

    public async ValueTask CommitAsync(BatchWrites writes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writes);
        cancellationToken.ThrowIfCancellationRequested();
        if (isOver)
        {
            throw new InvalidOperationException("This batch is over: it was committed, disposed, or its commit failed. Begin another.");
        }

        try
        {
            using NpgsqlBatch batch = connection.CreateBatch();
            foreach (NpgsqlBatchCommand command in BatchCommit.Of(load, store.Numbers, writes))
            {
                batch.BatchCommands.Add(command);
            }

            await SendAsync(batch, writes).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            await EndAsync(StoreFaults.LeavesInDoubt(cause.InnerException as PostgresException ?? cause)).ConfigureAwait(false);
            throw;
        }

        isOver = true;
        store.Release(this);
        store.Known.Remember(load.Keys.Journeys.Where(id => load.Locked[id].Number != 0));
        store.Known.Remember(writes.Customers.Select(customer => customer.Id));
        store.Committed(writes);
    }

    public async ValueTask DisposeAsync() => await EndAsync().ConfigureAwait(false);

    /// <summary>Leaves the transaction; what was not committed is gone.</summary>
    /// <param name="isInDoubt">Whether nobody can say in which state the connection is.</param>
    public async ValueTask EndAsync(bool isInDoubt = false)
    {
        if (!isOver)
        {
            isOver = true;
            await store.Writer.LeaveTransactionAsync(connection, isInDoubt).ConfigureAwait(false);
            store.Release(this);
        }
    }

    /// <summary>A commit that was sent is not cancelled: its outcome would be unknown.</summary>
    private async Task SendAsync(NpgsqlBatch batch, BatchWrites writes)
    {
        try
        {
            await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception cause) when (StoreFaults.IsLost(cause))
        {
            JournalRow? first = writes.Journal.Count > 0 ? writes.Journal[0] : null;
            bool? committed = await store
                .FindOutAsync(load.Transaction, first, first is null ? 0 : load.Locked[first.Journey].Number)
                .ConfigureAwait(false);
            if (committed is not true)
            {
                throw store.Faults.Explain(cause, outcomeUnknown: committed is null);
            }

            await store.Writer.DropAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException cause)
        {
            throw store.Faults.Explain(cause);
        }
    }
}
