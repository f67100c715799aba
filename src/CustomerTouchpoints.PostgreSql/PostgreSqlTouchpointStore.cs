using System.Data.Common;
using CustomerTouchpoints.PostgreSql.Hints;
using CustomerTouchpoints.PostgreSql.Hosts;
using CustomerTouchpoints.PostgreSql.Marks;
using CustomerTouchpoints.PostgreSql.Tables;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql;

/// <summary>
/// Keeps everything in one schema of a PostgreSQL database that many hosts share. Each host has one writer, a lease, and readers that never
/// wait for a writer.
/// </summary>
internal sealed class PostgreSqlTouchpointStore : ITouchpointStore
{
    /// <summary>What has waited for so long is taken by any host, whichever it belongs to.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(3);

    private readonly PostgreSqlStoreOptions options;
    private readonly TimeProvider time;
    private readonly DatabaseTime clock;
    private readonly Membership membership;
    private readonly Outcomes outcomes;
    private readonly Enlistment enlistment;
    private readonly HostHints hints;
    private readonly MarkKeeper marks;
    private readonly BatchStart start;
    private readonly StoredRecords records;
    private PostgreSqlBatch? open;
    private bool isOpen;

    public PostgreSqlTouchpointStore(PostgreSqlStoreOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        SchemaName.Checked(options.Schema);
        clock = new DatabaseTime(time);
        Database = new Database(options);
        membership = new Membership(options, Database, clock, time);
        Faults = new StoreFaults(options.Schema);
        outcomes = new Outcomes(Database, options.LockTimeout, time);
        Readers = new Readers(Database, Faults);
        enlistment = new Enlistment(options, new SameServer(options), time);
        hints = new HostHints(options, Database, membership, time);
        marks = new MarkKeeper(options, Database, time);
        Writer = new WriterConnection(Database);
        start = new BatchStart(this, options, membership, clock, time);
        records = new StoredRecords(this);
    }

    public TimeProvider? Time => options.UseDatabaseTime ? clock : null;

    public StoreSetback? Setback => marks.Setback;

    public IReceiptReader Receipts => records;

    public ISuppressionReader Suppressions => records;

    public IInboxReader Inbox => records;

    internal StoreFaults Faults { get; }

    internal Readers Readers { get; }

    internal Database Database { get; }

    internal WriterConnection Writer { get; }

    internal NumberBlock Numbers { get; } = new();

    internal KnownRows Known => Writer.Known;

    private Readers Opened =>
        isOpen ? Readers : throw new InvalidOperationException("The store is not open: call OpenAsync before anything else.");

    public async ValueTask<long> OpenAsync(CancellationToken cancellationToken)
    {
        if (isOpen)
        {
            throw new InvalidOperationException("The store is open already.");
        }

        try
        {
            NpgsqlConnection connection = await Database.OpenLifeAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await StoreOpening.PrepareAsync(connection, options, cancellationToken).ConfigureAwait(false);
                await marks.OpenAsync(connection, cancellationToken).ConfigureAwait(false);
            }

            Lease lease = await membership.EnterAsync(cancellationToken).ConfigureAwait(false);
            membership.Start();
            isOpen = true;
            return lease.Term;
        }
        catch (Exception cause) when (cause is NpgsqlException || StoreFaults.IsLost(cause))
        {
            throw Faults.Explain(cause);
        }
    }

    public void Listen(Action<WorkHint> hinted)
    {
        _ = Opened;
        hints.Listen(hinted);
    }

    public bool MayBegin(long term) => membership.MayBegin(term);

    public async ValueTask<IStoreBatch> BeginAsync(BatchKeys keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        _ = Opened;
        if (open is not null)
        {
            throw new InvalidOperationException("A batch is open already: commit and dispose it before the next begins.");
        }

        return open = await start.BeginAsync(keys, cancellationToken).ConfigureAwait(false);
    }

    public bool MayHaveWork(DateTimeOffset until) => isOpen && Readers.IsTrue(JourneyTable.Work(until));

    public ValueTask<IReadOnlyList<DueJourney>> ReadDueAsync(
        DateTimeOffset until,
        DueJourney? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        (int hosts, int rank) = membership.Current is { } lease ? (Math.Max(1, lease.Hosts), lease.Rank) : (1, 0);
        DateTimeOffset abandoned = until - DateTimeOffset.MinValue > Abandoned ? until - Abandoned : until;
        return Read(
            JourneyTable.Due(until, after, limit, hosts, rank, hosts == 1 ? until : abandoned),
            reader => new DueJourney(new JourneyId(reader.GetString(0), reader.GetString(1)), reader.Time(2)),
            cancellationToken
        );
    }

    public ValueTask<IReadOnlyList<DueTouchpoint>> ReadDueTouchpointsAsync(
        DateTimeOffset until,
        DueTouchpoint? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        Read(
            CustomerTouchpointTable.Due(until, after, limit),
            reader => new DueTouchpoint(CustomerTouchpointTable.Row(reader).Id, reader.Time(13)),
            cancellationToken
        );

    public ValueTask<IReadOnlyList<JourneyRow>> ReadJourneysAsync(
        IReadOnlyCollection<JourneyId> journeys,
        CancellationToken cancellationToken
    ) => Read(JourneyTable.Keyed(JourneyTable.Read, journeys), reader => JourneyTable.Row(reader).Row, cancellationToken);

    public ValueTask<IReadOnlyList<ShelvedRow>> ReadShelvedAsync(IReadOnlyCollection<JourneyId> ids, CancellationToken cancellationToken) =>
        Read(JourneyTable.Keyed(ShelvedTable.Read, ids), ShelvedTable.Row, cancellationToken);

    public async ValueTask<int> CountShelvedAsync(int limit, CancellationToken cancellationToken) =>
        (await Read(ShelvedTable.Counted(limit), reader => reader.GetInt32(0), cancellationToken).ConfigureAwait(false))[0];

    public ValueTask<IReadOnlyList<JournalRow>> ReadJournalAsync(JourneyId journey, CancellationToken cancellationToken) =>
        Read(OfJourney(JournalTable.Read, journey), reader => JournalTable.Row(journey, reader), cancellationToken);

    public ValueTask<IReadOnlyList<PlacedEntry>> ReadJournalAsync(string? after, int limit, CancellationToken cancellationToken) =>
        Read(JournalTable.After(after, limit), JournalTable.Placed, cancellationToken);

    public ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(
        TouchpointQuery query,
        int limit,
        CancellationToken cancellationToken
    )
    {
        _ = Opened;
        return Readers.ReadTouchpointsAsync(query, limit, cancellationToken);
    }

    public ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(JourneyId journey, CancellationToken cancellationToken) =>
        Read(OfJourney(TouchpointTable.Read, journey), reader => TouchpointTable.Row(journey, reader), cancellationToken);

    public ValueTask<TouchpointRow?> FindTouchpointAsync(TouchpointId touchpoint, CancellationToken cancellationToken)
    {
        _ = Opened;
        return Readers.FindTouchpointAsync(touchpoint, cancellationToken);
    }

    public async ValueTask<ClockRow?> FindClockAsync(ClockId clock, CancellationToken cancellationToken) =>
        (await Read(ClockTable.Found(clock), ClockTable.Row, cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    public ValueTask<IReadOnlyList<ClockRow>> ReadClocksAsync(
        ClockQuery query,
        ClockId? after,
        int limit,
        CancellationToken cancellationToken
    ) => Read(ClockTable.Page(query, after, limit), ClockTable.Row, cancellationToken);

    public ValueTask<IReadOnlyList<PromiseRow>> ReadPromisesAsync(
        PromiseQuery query,
        PromiseId? after,
        int limit,
        CancellationToken cancellationToken
    ) => Read(PromiseTable.Page(query, after, limit), PromiseTable.Row, cancellationToken);

    public ValueTask<IReadOnlyList<PromiseCount>> CountPromisesAsync(PromiseQuery query, CancellationToken cancellationToken) =>
        Read(PromiseTable.Counted(query), PromiseTable.CountRow, cancellationToken);

    public ValueTask<IReadOnlyList<JourneyId>> FindJourneysAsync(CustomerId customer, CancellationToken cancellationToken) =>
        Read(JourneyTable.OfCustomer(customer), reader => new JourneyId(reader.GetString(0), reader.GetString(1)), cancellationToken);

    public async ValueTask<CustomerRow?> FindCustomerAsync(CustomerId customer, CancellationToken cancellationToken) =>
        (await Read(CustomerTable.Found(customer), CustomerTable.Row, cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    public ValueTask<IReadOnlyList<CustomerJournalRow>> ReadCustomerJournalAsync(
        CustomerId customer,
        CancellationToken cancellationToken
    ) => Read(new NpgsqlBatchCommand(CustomerTable.ReadJournal).With(customer.Value), CustomerTable.Entry, cancellationToken);

    public ValueTask<IReadOnlyList<SwitchRow>> ReadSwitchesAsync(CancellationToken cancellationToken) =>
        Read(new NpgsqlBatchCommand(SwitchTable.Read), SwitchTable.Switch, cancellationToken);

    public ValueTask<IReadOnlyList<DefinitionRow>> ReadDefinitionsAsync(CancellationToken cancellationToken) =>
        Read(new NpgsqlBatchCommand(DefinitionTable.Read), DefinitionTable.Definition, cancellationToken);

    public ValueTask<VersionCensus> CountAsync(string lifecycle, int version, CancellationToken cancellationToken) =>
        Opened.CountVersionAsync(lifecycle, version, cancellationToken);

    public ValueTask<IReadOnlyList<OperationRow>> ReadOperationsAsync(int limit, CancellationToken cancellationToken) =>
        Read(new NpgsqlBatchCommand(SwitchTable.ReadRecord).With(limit), SwitchTable.Operation, cancellationToken);

    public async ValueTask<DateTimeOffset?> ReadHighWaterMarkAsync(CancellationToken cancellationToken) =>
        (
            await Read(new NpgsqlBatchCommand(JournalTable.ReadHighWater), reader => reader.TimeOrNull(0), cancellationToken)
                .ConfigureAwait(false)
        )[0];

    public ValueTask EnlistAsync(IntakeRow row, DbTransaction transaction, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return enlistment.WriteAsync(row, transaction, cancellationToken);
    }

    public ValueTask<IReadOnlyList<IntakeRow>> ReadIntakeAsync(
        IReadOnlyCollection<string> lifecycles,
        int limit,
        CancellationToken cancellationToken
    ) => Read(IntakeTable.Waiting(lifecycles, limit), IntakeTable.Row, cancellationToken);

    public ValueTask<IReadOnlyList<IntakeBacklog>> CountIntakeAsync(CancellationToken cancellationToken) =>
        Read(new NpgsqlBatchCommand(IntakeTable.Count), IntakeTable.Backlog, cancellationToken);

    /// <summary>Leaves: what this host was sending is given back at once.</summary>
    public async ValueTask DisposeAsync()
    {
        isOpen = false;
        if (open is { } batch)
        {
            await batch.EndAsync().ConfigureAwait(false);
        }

        await hints.DisposeAsync().ConfigureAwait(false);
        await Writer.DisposeAsync().ConfigureAwait(false);
        await marks.DisposeAsync().ConfigureAwait(false);
        await membership.DisposeAsync().ConfigureAwait(false);
        await Database.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A batch was committed: what it leaves may be another host's.</summary>
    internal void Committed(BatchWrites writes)
    {
        marks.Accept();
        hints.Committed(writes, (Time ?? time).GetUtcNow());
    }

    internal void Release(PostgreSqlBatch batch) => open = open == batch ? null : open;

    /// <summary>What became of a commit whose answer was lost.</summary>
    internal Task<bool?> FindOutAsync(string transaction, JournalRow? entry, long number) =>
        outcomes.FindOutAsync(transaction, entry, number);

    private static NpgsqlBatchCommand OfJourney(string sql, JourneyId journey) =>
        new NpgsqlBatchCommand(sql).With(journey.Lifecycle).With(journey.Key);

    internal ValueTask<IReadOnlyList<T>> Read<T>(
        NpgsqlBatchCommand command,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken
    ) => Opened.ReadAsync(command, read, cancellationToken);
}
