using System.Data.Common;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage;

/// <summary>
/// Keeps journeys, their journal and their touchpoints. The contract is a batch contract: load many, write many, in one commit.
/// </summary>
/// <remarks>
/// <para>Infrastructure: for stores; may change until 1.0.</para>
/// <para>One writer of each host calls <see cref="BeginAsync"/>; batches never overlap. The reading methods see what was committed, may be
/// called concurrently with the writer and with each other, and never block it.</para>
/// <para>What <see cref="IStoreBatch.CommitAsync"/> has acknowledged survives the death of the process and, where the store is durable,
/// the loss of power. Instants are kept to the microsecond.</para>
/// </remarks>
public interface ITouchpointStore : IAsyncDisposable
{
    /// <summary>
    /// The clock by which everything in the store is due, where hosts share one: the database's. Null when it is the host's own.
    /// </summary>
    TimeProvider? Time => null;

    /// <summary>
    /// That the store was found at its opening to have gone back, as after a backup was restored; null when it has not, or can't tell. It
    /// says so at each opening until something was committed after it.
    /// </summary>
    StoreSetback? Setback => null;

    /// <summary>What providers have reported of messages that were sent.</summary>
    IReceiptReader Receipts { get; }

    /// <summary>The addresses that must not be written to.</summary>
    ISuppressionReader Suppressions { get; }

    /// <summary>Customers' inboxes.</summary>
    IInboxReader Inbox { get; }

    /// <summary>
    /// Opens the store: takes ownership, migrates the schema forward, starts a new term, and makes every journey with an attempt of an
    /// earlier term due at once: at the latest instant in the journal, or earlier if it was due before. What was set aside in the intake is
    /// to be read again. Called once, before anything else but <see cref="EnlistAsync"/>.
    /// </summary>
    /// <returns>The number of the new term: greater than every earlier one.</returns>
    /// <exception cref="StoreUnavailableException">The store is owned by another process, damaged, or can't be reached.</exception>
    ValueTask<long> OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Whether an attempt of a term may still begin. Always, where a store has one owner; where hosts share it, while at least half of the
    /// lease of this host is left. Nothing is asked of the database for it.
    /// </summary>
    /// <param name="term">The term of the attempt.</param>
    bool MayBegin(long term) => true;

    /// <summary>
    /// Asks to be told when other hosts may have left something to do, so that it is looked for before the next poll. Hints may be late,
    /// come for nothing, or never: nothing but latency may depend on them. Called once, after opening, by a host whose workers run. A store
    /// with one owner never hints.
    /// </summary>
    /// <param name="hinted">Called from any thread, and not again while it was called a few milliseconds ago. It must return at
    /// once.</param>
    void Listen(Action<WorkHint> hinted) { }

    /// <summary>
    /// Whether <see cref="ReadDueAsync"/> or <see cref="ReadIntakeAsync"/> may find something; true is always right, and costs both of
    /// them. Asked every <see cref="TouchpointsOptions.PollInterval"/> from a thread of the engine's own, which may be blocked: a host that
    /// has nothing to do spends hardly anything but this.
    /// </summary>
    /// <param name="until">What is due at this instant or before.</param>
    /// <exception cref="StoreUnavailableException">The store can't be reached. The engine then reads, and says so itself.</exception>
    bool MayHaveWork(DateTimeOffset until) => true;

    /// <summary>Begins a batch: locks and loads what it will touch.</summary>
    /// <param name="keys">What to load. Keys that do not exist yet are simply absent from what is loaded.</param>
    /// <param name="cancellationToken">Gives up waiting; nothing has changed then.</param>
    /// <exception cref="ArgumentException">An event's journey is not among the journeys.</exception>
    /// <exception cref="InvalidOperationException">The store is not open, or a batch is open already.</exception>
    /// <exception cref="StoreUnavailableException">The store can't be reached or is busy for too long.</exception>
    ValueTask<IStoreBatch> BeginAsync(BatchKeys keys, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a page of the journeys that are due, by due instant and then in the order in which the store first saw them, without locks.
    /// </summary>
    /// <param name="until">Journeys due at this instant or before.</param>
    /// <param name="after">The last one of the page before, or null for the first page.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<DueJourney>> ReadDueAsync(
        DateTimeOffset until,
        DueJourney? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Reads a page of the touchpoints that belong to customers and are due: those <see cref="TouchpointStatus.Planned"/> whose instant has
    /// come, by that instant, and then by customer and the parts of their ids (ordinal). It takes no locks: who acts on one holds its
    /// customer in a batch, and looks again.
    /// </summary>
    /// <remarks>
    /// The engine does not ask yet. It plans none and can't decide about any, so that they make no host busy either:
    /// <see cref="MayHaveWork"/> says nothing of them. They stay as they are for hosts that can.
    /// </remarks>
    /// <param name="until">Those due at this instant or before.</param>
    /// <param name="after">The last one of the page before, or null for the first page.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<DueTouchpoint>> ReadDueTouchpointsAsync(
        DateTimeOffset until,
        DueTouchpoint? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Reads journeys as they were last committed. Those that do not exist are left out.</summary>
    ValueTask<IReadOnlyList<JourneyRow>> ReadJourneysAsync(IReadOnlyCollection<JourneyId> journeys, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the touchpoints of journeys that wait for nobody but a person, as they were last committed: by journey, and then by their
    /// order. Who holds the journeys in a batch reads what no other can change meanwhile. None for an unknown journey.
    /// </summary>
    ValueTask<IReadOnlyList<ShelvedRow>> ReadShelvedAsync(IReadOnlyCollection<JourneyId> ids, CancellationToken cancellationToken);

    /// <summary>How many touchpoints of all journeys wait for nobody but a person, counted up to a limit.</summary>
    /// <param name="limit">The most to count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<int> CountShelvedAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Reads a journey's whole journal, oldest entry first; empty for an unknown journey.</summary>
    ValueTask<IReadOnlyList<JournalRow>> ReadJournalAsync(JourneyId journey, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a page of the journal of all journeys, in an order in which nothing is ever committed before what was read: who goes on from
    /// the last place sees each entry exactly once. Entries of one journey come in the order of their numbers; between journeys the order
    /// is the store's. What other hosts are just committing may hold back later entries until it is decided.
    /// </summary>
    /// <param name="after">The place of the last entry of the page before; null begins with the first entry that is kept.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The place is none of this kind of store.</exception>
    ValueTask<IReadOnlyList<PlacedEntry>> ReadJournalAsync(string? after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a page of touchpoints. First those of journeys: by the order in which the store first saw these, then by the parts of their
    /// ids (rule, occurrence, role, channel; ordinal). Then those that belong to customers: by customer, then by the parts of their ids
    /// (ordinal); a query that names a journey or a lifecycle does not mean them. It goes on after
    /// <see cref="TouchpointQuery.After"/>. What has ended is looked at only if the query may mean it.
    /// </summary>
    /// <param name="query">Which ones, and after which.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(TouchpointQuery query, int limit, CancellationToken cancellationToken);

    /// <summary>Reads a journey's touchpoints in the order they were planned; empty for an unknown journey.</summary>
    ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(JourneyId journey, CancellationToken cancellationToken);

    /// <summary>Finds one touchpoint, or null.</summary>
    ValueTask<TouchpointRow?> FindTouchpointAsync(TouchpointId touchpoint, CancellationToken cancellationToken);

    /// <summary>Finds one response clock, or null.</summary>
    ValueTask<ClockRow?> FindClockAsync(ClockId clock, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a page of response clocks, open ones and ended ones: by the order in which the store first saw their journeys, then by name
    /// (ordinal) and cycle.
    /// </summary>
    /// <param name="query">Which ones.</param>
    /// <param name="after">The last one of the page before, or null for the first page.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<ClockRow>> ReadClocksAsync(ClockQuery query, ClockId? after, int limit, CancellationToken cancellationToken);

    /// <summary>Reads a page of promises: by the order in which the store first saw their journeys, then by number.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="after">The last one of the page before, or null for the first page.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<PromiseRow>> ReadPromisesAsync(
        PromiseQuery query,
        PromiseId? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Counts promises by lifecycle, name, channel, representative and status, in that order: names by their characters, unknown ones
    /// first, statuses as they are declared. It may read every promise that the query does not exclude.
    /// </summary>
    ValueTask<IReadOnlyList<PromiseCount>> CountPromisesAsync(PromiseQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Finds the journeys in which a customer plays a role, oldest first: by when they were first heard of, and then in the order in which
    /// the store first saw them.
    /// </summary>
    ValueTask<IReadOnlyList<JourneyId>> FindJourneysAsync(CustomerId customer, CancellationToken cancellationToken);

    /// <summary>Finds what is remembered of one customer, as it was last committed, or null.</summary>
    ValueTask<CustomerRow?> FindCustomerAsync(CustomerId customer, CancellationToken cancellationToken);

    /// <summary>Reads a customer's own journal, oldest entry first; empty for an unknown customer.</summary>
    ValueTask<IReadOnlyList<CustomerJournalRow>> ReadCustomerJournalAsync(CustomerId customer, CancellationToken cancellationToken);

    /// <summary>Reads every switch that was ever set, as it was last committed, in the order of their revisions.</summary>
    ValueTask<IReadOnlyList<SwitchRow>> ReadSwitchesAsync(CancellationToken cancellationToken);

    /// <summary>Reads the versions of lifecycles that the store has carried, by name and version.</summary>
    ValueTask<IReadOnlyList<DefinitionRow>> ReadDefinitionsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Counts what follows one version of a lifecycle. It may read every journey: it is asked when a version is deployed.
    /// </summary>
    /// <param name="lifecycle">The lifecycle's name.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<VersionCensus> CountAsync(string lifecycle, int version, CancellationToken cancellationToken);

    /// <summary>Reads the record of operations, newest first.</summary>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<OperationRow>> ReadOperationsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>
    /// The latest instant at which a journal entry of any journey was recorded; null for an empty store. A host on a clock of its own
    /// resumes there.
    /// </summary>
    ValueTask<DateTimeOffset?> ReadHighWaterMarkAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Puts a fact into the intake, on the host's connection and inside the host's transaction: it is committed with the host's own data or
    /// not at all. Nothing else of the store is touched, and the store need not be open, if it was once.
    /// </summary>
    /// <param name="row">The fact; its number is given by the store.</param>
    /// <param name="transaction">The host's open transaction on the database of this store.</param>
    /// <param name="cancellationToken">Gives up before the row is written.</param>
    /// <exception cref="ArgumentException">The transaction is of another provider, or on another database.</exception>
    /// <exception cref="InvalidOperationException">The transaction is over.</exception>
    /// <exception cref="NotSupportedException">The store has no transactions that a host could share.</exception>
    /// <exception cref="StoreUnavailableException">The row could not be written. The host should roll back.</exception>
    ValueTask EnlistAsync(IntakeRow row, DbTransaction transaction, CancellationToken cancellationToken);

    /// <summary>
    /// Reads facts that wait in the intake to be taken, without locks; those that were set aside are left out. It looks at what is there
    /// and never past a number that was read before: hosts may commit in another order than that of the numbers.
    /// </summary>
    /// <param name="lifecycles">The lifecycles that this host knows. What follows another is left to hosts that do, however much there is
    /// of it.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By number; facts that one transaction, or one transaction after another, enlisted in a journey come in that
    /// order.</returns>
    ValueTask<IReadOnlyList<IntakeRow>> ReadIntakeAsync(
        IReadOnlyCollection<string> lifecycles,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Cleans the store of what was deleted and replaced before this call: free pages, logs, whatever of it the store can reach. It may
    /// take
    /// as long as the store is large, and batches wait for it. What lies outside of its reach is in the store's documentation.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It could not be done, and has to be done again.</exception>
    ValueTask ScrubAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>
    /// Counts what lies in the intake, by lifecycle and by the reason for which it was set aside: for operators and health checks.
    /// </summary>
    ValueTask<IReadOnlyList<IntakeBacklog>> CountIntakeAsync(CancellationToken cancellationToken);
}
