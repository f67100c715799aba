using System.Data.Common;
using System.Globalization;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Sqlite.Tables;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// Keeps everything in one SQLite file, which one process owns at a time. SQLite works on the caller's thread: calls return completed,
/// except where they wait for an owner or another writer to go.
/// </summary>
internal sealed class SqliteTouchpointStore : ITouchpointStore
{
    private readonly SqliteStoreOptions options;
    private readonly TimeProvider time;
    private readonly StoreFile file;
    private readonly Enlistment enlistment;
    private readonly Readers readers;
    private readonly StoredRecords records;
    private LogFolding? folding;
    private OwnerLock? owner;
    private StoreTables? writer;
    private SqliteBatch? open;
    private bool isSound;

    /// <summary>A store that is still to be opened.</summary>
    /// <param name="options">How the file is opened and kept.</param>
    /// <param name="time">The time by which other processes go, and the file is looked at.</param>
    /// <param name="host">The clock by which journeys are finished; null when it is the same.</param>
    /// <param name="logger">Where it says what has become of the file; null for nowhere.</param>
    public SqliteTouchpointStore(SqliteStoreOptions options, TimeProvider time, TimeProvider? host = null, ILogger? logger = null)
    {
        (this.options, this.time) = (options, time);
        file = StoreFile.Of(options);
        enlistment = new Enlistment(file);
        Faults = new StoreFaults(file.Path, options.BusyTimeout);
        records = new StoredRecords(this);
        Upkeep = new StoreUpkeep(this, options, file, time, host ?? time, logger);
        readers = new Readers(file, Upkeep, Faults);
    }

    public StoreSetback? Setback { get; private set; }

    public IReceiptReader Receipts => records;

    public ISuppressionReader Suppressions => records;

    public IInboxReader Inbox => records;

    internal StoreFaults Faults { get; }

    /// <summary>The store's own row, as it was committed last.</summary>
    internal StoreRow Last { get; set; } = null!;

    internal StoreUpkeep Upkeep { get; }

    internal RememberedRows Remembered { get; private set; } = new();

    /// <summary>The writer's connection, for tests that count commits or make the disk small.</summary>
    internal sqlite3 Writer => Opened.Session.Handle;

    private StoreTables Opened =>
        writer ?? throw new InvalidOperationException("The store is not open: call OpenAsync before anything else.");

    public async ValueTask<long> OpenAsync(CancellationToken cancellationToken)
    {
        if (owner is not null)
        {
            throw new InvalidOperationException("The store is open already.");
        }

        owner = await OwnerLock.TakeAsync(file.Path, options.OwnershipTimeout, time, cancellationToken).ConfigureAwait(false);
        try
        {
            var opening = new StoreOpening(file, options, time);
            opening.Check(owner.Mark);
            writer = new StoreTables(file.OpenWriter());
            folding = new LogFolding(file, Upkeep.IsItsOwn);
            (StoreRow row, Setback) = await opening.BeginTermAsync(writer, cancellationToken).ConfigureAwait(false);
            (Last, Remembered) = (row, new RememberedRows());
            isSound = true;
            Upkeep.Start(writer);
            return row.Term;
        }
        catch (Exception cause)
        {
            await DisposeAsync().ConfigureAwait(false);
            Faults.Throw(cause);
            throw;
        }
    }

    public async ValueTask<IStoreBatch> BeginAsync(BatchKeys keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        StoreTables tables = Opened;
        if (open is not null)
        {
            throw new InvalidOperationException("A batch is open already: commit and dispose it before the next begins.");
        }

        await Upkeep.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await tables.Session.BeginAsync(options.BusyTimeout, time, cancellationToken).ConfigureAwait(false);
            open = new SqliteBatch(this, tables, Last, keys);
            return open;
        }
        catch (Exception cause)
        {
            tables.Session.Rollback();
            Upkeep.GiveTurn();
            Faults.Throw(cause);
            throw;
        }
    }

    public bool MayHaveWork(DateTimeOffset until) => ReadNow(tables => tables.Journeys.IsAnyDue(until) || tables.Intake.IsAnyWaiting());

    public ValueTask<IReadOnlyList<DueJourney>> ReadDueAsync(
        DateTimeOffset until,
        DueJourney? after,
        int limit,
        CancellationToken cancellationToken
    ) => Read<IReadOnlyList<DueJourney>>(tables => tables.Journeys.ReadDue(until, after, limit), cancellationToken);

    public ValueTask<IReadOnlyList<DueTouchpoint>> ReadDueTouchpointsAsync(
        DateTimeOffset until,
        DueTouchpoint? after,
        int limit,
        CancellationToken cancellationToken
    ) => Read<IReadOnlyList<DueTouchpoint>>(tables => tables.CustomerTouchpoints.ReadDue(until, after, limit), cancellationToken);

    public ValueTask<IReadOnlyList<JourneyRow>> ReadJourneysAsync(
        IReadOnlyCollection<JourneyId> journeys,
        CancellationToken cancellationToken
    ) => Read<IReadOnlyList<JourneyRow>>(tables => tables.Journeys.Read(journeys), cancellationToken);

    public ValueTask<IReadOnlyList<ShelvedRow>> ReadShelvedAsync(IReadOnlyCollection<JourneyId> ids, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<ShelvedRow>>(tables => tables.Shelved.Read(tables.Journeys, ids), cancellationToken);

    public ValueTask<int> CountShelvedAsync(int limit, CancellationToken cancellationToken) =>
        Read(tables => tables.Shelved.Count(limit), cancellationToken);

    public ValueTask<IReadOnlyList<JournalRow>> ReadJournalAsync(JourneyId journey, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<JournalRow>>(
            tables => tables.Journeys.Find(journey) is { } known ? tables.Journal.Read(known) : [],
            cancellationToken
        );

    public ValueTask<IReadOnlyList<PlacedEntry>> ReadJournalAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        long last = 0;
        return after is null || long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out last)
            ? Read<IReadOnlyList<PlacedEntry>>(tables => tables.Journal.ReadAfter(tables.Journeys, last, limit), cancellationToken)
            : throw new ArgumentException($"\"{after}\" is no place in this journal. Give one that was read, or null.", nameof(after));
    }

    public ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(
        TouchpointQuery query,
        int limit,
        CancellationToken cancellationToken
    ) => Read<IReadOnlyList<TouchpointRow>>(tables => tables.ReadTouchpoints(query, limit), cancellationToken);

    public ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(JourneyId journey, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<TouchpointRow>>(
            tables => tables.Journeys.Find(journey) is { } known ? tables.Touchpoints.Read(known) : [],
            cancellationToken
        );

    public ValueTask<TouchpointRow?> FindTouchpointAsync(TouchpointId touchpoint, CancellationToken cancellationToken) =>
        Read(tables => tables.FindTouchpoint(touchpoint), cancellationToken);

    public ValueTask<ClockRow?> FindClockAsync(ClockId clock, CancellationToken cancellationToken) =>
        Read(tables => tables.FindClock(clock), cancellationToken);

    public ValueTask<IReadOnlyList<ClockRow>> ReadClocksAsync(
        ClockQuery query,
        ClockId? after,
        int limit,
        CancellationToken cancellationToken
    ) => Read<IReadOnlyList<ClockRow>>(tables => tables.Clocks.Read(tables.Journeys, query, after, limit), cancellationToken);

    public ValueTask<IReadOnlyList<PromiseRow>> ReadPromisesAsync(
        PromiseQuery query,
        PromiseId? after,
        int limit,
        CancellationToken cancellationToken
    ) => Read<IReadOnlyList<PromiseRow>>(tables => tables.Promises.Read(tables.Journeys, query, after, limit), cancellationToken);

    public ValueTask<IReadOnlyList<PromiseCount>> CountPromisesAsync(PromiseQuery query, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<PromiseCount>>(tables => tables.Promises.Count(query), cancellationToken);

    public ValueTask<IReadOnlyList<JourneyId>> FindJourneysAsync(CustomerId customer, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<JourneyId>>(tables => tables.Journeys.InOrder(tables.Customers.JourneysOf(customer)), cancellationToken);

    public ValueTask<CustomerRow?> FindCustomerAsync(CustomerId customer, CancellationToken cancellationToken) =>
        Read(tables => tables.Customers.Find(customer), cancellationToken);

    public ValueTask<IReadOnlyList<CustomerJournalRow>> ReadCustomerJournalAsync(
        CustomerId customer,
        CancellationToken cancellationToken
    ) =>
        Read<IReadOnlyList<CustomerJournalRow>>(
            tables => tables.Customers.Find(customer) is { } row ? tables.CustomerJournal.Read(row) : [],
            cancellationToken
        );

    public ValueTask<IReadOnlyList<SwitchRow>> ReadSwitchesAsync(CancellationToken cancellationToken) =>
        Read<IReadOnlyList<SwitchRow>>(tables => tables.Switches.Read(tables.Store.Read()), cancellationToken);

    public ValueTask<IReadOnlyList<DefinitionRow>> ReadDefinitionsAsync(CancellationToken cancellationToken) =>
        Read<IReadOnlyList<DefinitionRow>>(tables => tables.Definitions.Read(tables.Store.Read()), cancellationToken);

    public ValueTask<VersionCensus> CountAsync(string lifecycle, int version, CancellationToken cancellationToken) =>
        Read(tables => tables.Definitions.Count(lifecycle, version), cancellationToken);

    public ValueTask<IReadOnlyList<OperationRow>> ReadOperationsAsync(int limit, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<OperationRow>>(tables => tables.Switches.ReadRecord(tables.Store.Read(), limit), cancellationToken);

    public ValueTask<DateTimeOffset?> ReadHighWaterMarkAsync(CancellationToken cancellationToken) =>
        Read(tables => tables.Store.Read().HighWater, cancellationToken);

    public ValueTask EnlistAsync(IntakeRow row, DbTransaction transaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(transaction);
        cancellationToken.ThrowIfCancellationRequested();
        Upkeep.Require();
        enlistment.Write(row, transaction);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<IntakeRow>> ReadIntakeAsync(
        IReadOnlyCollection<string> lifecycles,
        int limit,
        CancellationToken cancellationToken
    ) => Read<IReadOnlyList<IntakeRow>>(tables => tables.Intake.Read(lifecycles, limit), cancellationToken);

    public ValueTask<IReadOnlyList<IntakeBacklog>> CountIntakeAsync(CancellationToken cancellationToken) =>
        Read<IReadOnlyList<IntakeBacklog>>(tables => tables.Intake.Count(), cancellationToken);

    public ValueTask ScrubAsync(CancellationToken cancellationToken) => new(Upkeep.ScrubAsync(cancellationToken));

    public async ValueTask DisposeAsync()
    {
        open?.End();
        await Upkeep.DisposeAsync().ConfigureAwait(false);
        if (folding is not null)
        {
            await folding.DisposeAsync().ConfigureAwait(false);
            folding = null;
        }

        readers.CloseIdle();
        // The last connection to close folds the write-ahead log back into the file.
        writer?.Dispose();
        if (writer is not null && owner is not null && isSound && !Upkeep.HasLostFile && !Faults.HasFoundDamage)
        {
            AsLeft.NoteIn(owner.Mark, file.Path);
        }

        owner?.Dispose();
        (writer, owner, isSound) = (null, null, false);
    }

    internal void Release(SqliteBatch batch)
    {
        if (open == batch)
        {
            open = null;
            Upkeep.GiveTurn();
        }
    }

    /// <summary>A batch was committed: the log has grown.</summary>
    internal void Committed()
    {
        Upkeep.Accept();
        folding!.Note(Opened.Session.Handle);
    }

    internal ValueTask<T> Read<T>(Func<StoreTables, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(ReadNow(read));
    }

    private T ReadNow<T>(Func<StoreTables, T> read)
    {
        _ = Opened;
        Upkeep.Require();
        return readers.Read(read);
    }
}
