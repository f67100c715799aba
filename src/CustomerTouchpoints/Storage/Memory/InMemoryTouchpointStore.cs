using System.Data.Common;
using System.Globalization;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage.Memory;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage;

/// <summary>
/// Keeps everything in the memory of this process: for tests, samples and trials. What it holds is gone when the process ends.
/// </summary>
/// <remarks>
/// <para>It behaves like a durable store in every other way: commits are atomic, instants are kept to the microsecond, and readers see
/// what was committed. Thread-safe for one writer and any number of readers; readers take no lock.</para>
/// <para>A test simulates a crash by calling <see cref="OpenAsync"/> again: what was committed is still there, a batch that was open
/// can't commit any more, and a new term begins.</para>
/// </remarks>
public sealed class InMemoryTouchpointStore : ITouchpointStore
{
    private readonly InMemoryDatabase database;
    private readonly InMemoryReaders readers;
    private long term;
    private volatile bool isOpen;

    /// <summary>Makes an empty store.</summary>
    public InMemoryTouchpointStore()
        : this(new InMemoryDatabase()) { }

    /// <summary>Makes one host's store over what several hosts share: the one that opened it last owns it, and writes.</summary>
    internal InMemoryTouchpointStore(InMemoryDatabase database) => (this.database, readers) = (database, new InMemoryReaders(Committed));

    /// <inheritdoc/>
    public IReceiptReader Receipts => readers;

    /// <inheritdoc/>
    public ISuppressionReader Suppressions => readers;

    /// <inheritdoc/>
    public IInboxReader Inbox => readers;

    /// <inheritdoc/>
    public ValueTask<long> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        term = database.Open();
        isOpen = true;
        return ValueTask.FromResult(term);
    }

    /// <inheritdoc/>
    public ValueTask<IStoreBatch> BeginAsync(BatchKeys keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        RequireOpen(cancellationToken);
        return ValueTask.FromResult<IStoreBatch>(database.Begin(term, keys));
    }

    /// <inheritdoc/>
    public bool MayHaveWork(DateTimeOffset until) => Committed(CancellationToken.None).Due is { Count: > 0 } due && due[0].DueAt <= until;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DueJourney>> ReadDueAsync(
        DateTimeOffset until,
        DueJourney? after,
        int limit,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<IReadOnlyList<DueJourney>>(Committed(cancellationToken).Page(until, after, limit));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DueTouchpoint>> ReadDueTouchpointsAsync(
        DateTimeOffset until,
        DueTouchpoint? after,
        int limit,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<IReadOnlyList<DueTouchpoint>>(Committed(cancellationToken).Page(until, after, limit));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JourneyRow>> ReadJourneysAsync(
        IReadOnlyCollection<JourneyId> journeys,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(journeys);
        InMemoryData current = Committed(cancellationToken);
        return ValueTask.FromResult<IReadOnlyList<JourneyRow>>([
            .. journeys.Where(current.Journeys.ContainsKey).Select(id => current.Journeys[id].Row),
        ]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalRow>> ReadJournalAsync(JourneyId journey, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<JournalRow>>(Committed(cancellationToken).Journeys.GetValueOrDefault(journey)?.Journal ?? []);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PlacedEntry>> ReadJournalAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        InMemoryData current = Committed(cancellationToken);
        int last = 0;
        if (after is not null && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out last))
        {
            throw new ArgumentException($"\"{after}\" is no place in this journal. Give one that was read, or null.", nameof(after));
        }

        return ValueTask.FromResult<IReadOnlyList<PlacedEntry>>(current.Page(last, limit));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(
        TouchpointQuery query,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        return ValueTask.FromResult<IReadOnlyList<TouchpointRow>>(Committed(cancellationToken).Page(query, limit));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(JourneyId journey, CancellationToken cancellationToken)
    {
        InMemoryJourney? found = Committed(cancellationToken).Journeys.GetValueOrDefault(journey);
        return ValueTask.FromResult<IReadOnlyList<TouchpointRow>>(
            found is null ? [] : [.. found.Touchpoints.Values.OrderBy(touchpoint => touchpoint.Order)]
        );
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ShelvedRow>> ReadShelvedAsync(IReadOnlyCollection<JourneyId> ids, CancellationToken cancellationToken)
    {
        InMemoryData data = Committed(cancellationToken);
        return ValueTask.FromResult<IReadOnlyList<ShelvedRow>>([
            .. ids.SelectMany(id => data.Journeys.GetValueOrDefault(id)?.Shelved.Values ?? []),
        ]);
    }

    /// <inheritdoc/>
    public ValueTask<int> CountShelvedAsync(int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Math.Min(limit, Committed(cancellationToken).Journeys.Values.Sum(journey => journey.Shelved.Count)));

    /// <inheritdoc/>
    public ValueTask<TouchpointRow?> FindTouchpointAsync(TouchpointId touchpoint, CancellationToken cancellationToken) =>
        ValueTask.FromResult(
            touchpoint.Customer is { } owner
                ? Committed(cancellationToken).Customers.GetValueOrDefault(owner)?.Touchpoints.GetValueOrDefault(touchpoint)
                : Committed(cancellationToken).Journeys.GetValueOrDefault(touchpoint.Journey)?.Touchpoints.GetValueOrDefault(touchpoint)
        );

    /// <inheritdoc/>
    public ValueTask<ClockRow?> FindClockAsync(ClockId clock, CancellationToken cancellationToken) =>
        ValueTask.FromResult(
            Committed(cancellationToken).Journeys.GetValueOrDefault(clock.Journey)?.Clocks.GetValueOrDefault((clock.Clock, clock.Cycle))
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ClockRow>> ReadClocksAsync(
        ClockQuery query,
        ClockId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        return ValueTask.FromResult<IReadOnlyList<ClockRow>>(Committed(cancellationToken).Page(query, after, limit));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PromiseRow>> ReadPromisesAsync(
        PromiseQuery query,
        PromiseId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        return ValueTask.FromResult<IReadOnlyList<PromiseRow>>(Committed(cancellationToken).Page(query, after, limit));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PromiseCount>> CountPromisesAsync(PromiseQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ValueTask.FromResult<IReadOnlyList<PromiseCount>>([
            .. Committed(cancellationToken)
                .Journeys.Values.SelectMany(journey => journey.Promises.Values)
                .Where(query.Matches)
                .GroupBy(row => (row.Id.Journey.Lifecycle, row.Name, row.Channel, row.Representative, row.Status))
                .Select(same => new PromiseCount(
                    same.Key.Lifecycle,
                    same.Key.Name,
                    Channel.Named(same.Key.Channel),
                    same.Key.Representative,
                    same.Key.Status,
                    same.LongCount()
                ))
                .OrderBy(count => count.Lifecycle, StringComparer.Ordinal)
                .ThenBy(count => count.Name, StringComparer.Ordinal)
                .ThenBy(count => count.Channel?.Name, StringComparer.Ordinal)
                .ThenBy(count => count.Representative, StringComparer.Ordinal)
                .ThenBy(count => count.Status),
        ]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JourneyId>> FindJourneysAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        InMemoryData current = Committed(cancellationToken);
        return ValueTask.FromResult<IReadOnlyList<JourneyId>>([
            .. current
                .Parties.GetValueOrDefault(customer, [])
                .Select(id => current.Journeys[id])
                .OrderBy(journey => journey.Row.CreatedAt)
                .ThenBy(journey => journey.Number)
                .Select(journey => journey.Row.Id),
        ]);
    }

    /// <inheritdoc/>
    public ValueTask<CustomerRow?> FindCustomerAsync(CustomerId customer, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Committed(cancellationToken).Customers.GetValueOrDefault(customer)?.Row);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CustomerJournalRow>> ReadCustomerJournalAsync(
        CustomerId customer,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult<IReadOnlyList<CustomerJournalRow>>(
            Committed(cancellationToken).Customers.GetValueOrDefault(customer)?.Journal ?? []
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SwitchRow>> ReadSwitchesAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<SwitchRow>>([.. Committed(cancellationToken).Switches.Values.OrderBy(row => row.Revision)]);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DefinitionRow>> ReadDefinitionsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<DefinitionRow>>([.. Committed(cancellationToken).Definitions.Values]);

    /// <inheritdoc/>
    public ValueTask<VersionCensus> CountAsync(string lifecycle, int version, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Committed(cancellationToken).Count(lifecycle, version));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OperationRow>> ReadOperationsAsync(int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<OperationRow>>([.. Committed(cancellationToken).Operations.Reverse().Take(limit)]);

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> ReadHighWaterMarkAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Committed(cancellationToken).HighWaterMark);

    /// <summary>Refuses: nothing in memory could be committed together with a host's database.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public ValueTask EnlistAsync(IntakeRow row, DbTransaction transaction, CancellationToken cancellationToken) =>
        throw new NotSupportedException(
            "The in-memory store can't commit together with your transaction: nothing of it is in your database. Keep the touchpoints "
                + "in the same database (UseSqlite), or commit first and then call RaiseAsync."
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IntakeRow>> ReadIntakeAsync(
        IReadOnlyCollection<string> lifecycles,
        int limit,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<IReadOnlyList<IntakeRow>>([]);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IntakeBacklog>> CountIntakeAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<IntakeBacklog>>([]);

    /// <summary>Closes the store. What it holds stays until the object itself is gone: opening it again finds it.</summary>
    public ValueTask DisposeAsync()
    {
        if (isOpen)
        {
            isOpen = false;
            database.Close(term);
        }

        return ValueTask.CompletedTask;
    }

    private InMemoryData Committed(CancellationToken cancellationToken)
    {
        RequireOpen(cancellationToken);
        return database.Data;
    }

    private void RequireOpen(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!isOpen)
        {
            throw new InvalidOperationException("The store is not open: call OpenAsync before anything else.");
        }
    }
}
