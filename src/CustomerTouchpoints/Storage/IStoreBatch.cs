namespace CustomerTouchpoints.Storage;

/// <summary>
/// One open batch: what was loaded under lock, and the one commit that ends it. Disposing without a commit leaves everything as it was.
/// </summary>
/// <remarks>Infrastructure: for stores; may change until 1.0. Not thread-safe: the writer owns it.</remarks>
public interface IStoreBatch : IAsyncDisposable
{
    /// <summary>
    /// The term in which attempts begin with this commit: that of the opening, or, where others have ended it, the one that followed.
    /// </summary>
    long Term { get; }

    /// <summary>The journeys of the batch's keys that exist.</summary>
    IReadOnlyDictionary<JourneyId, JourneyRow> Journeys { get; }

    /// <summary>The event keys of the batch that were raised before.</summary>
    IReadOnlyDictionary<EventKey, RaisedEvent> RaisedEvents { get; }

    /// <summary>The customers of the batch's keys that are known here.</summary>
    IReadOnlyDictionary<CustomerId, CustomerRow> Customers { get; }

    /// <summary>
    /// What was ever said against the addresses of the batch's keys, lifted or not: as it stands under the batch's locks. What another host
    /// says meanwhile is written by an exclusive batch, which waits for this one to end, or is seen here.
    /// </summary>
    IReadOnlyList<SuppressionRow> Suppressions { get; }

    /// <summary>
    /// Every switch that was ever set, as it stands: read with each batch, so that a pause holds for the claims of this commit.
    /// </summary>
    IReadOnlyList<SwitchRow> Switches { get; }

    /// <summary>Everything that was ever counted, by key: a row for each limit that a host has set.</summary>
    IReadOnlyList<TallyRow> Tallies { get; }

    /// <summary>The rates of the batch's keys that exist: no other batch changes them before this one ends.</summary>
    IReadOnlyList<RateRow> Rates { get; }

    /// <summary>
    /// When all of it was locked and read, by the clock that the hosts of the store share; null where it has one owner, whose clock it is.
    /// </summary>
    DateTimeOffset? ReadAt => null;

    /// <summary>
    /// Whether a term is over, so that its attempts report no more: here, when a later one has begun. Where hosts share a store, when its
    /// host has left or its lease has passed; what it still sends is refused then.
    /// </summary>
    /// <param name="term">The term of an attempt.</param>
    bool HasEnded(long term) => term < Term;

    /// <summary>
    /// The numbers of the intake's rows, among those of the batch's keys, that are still there: until it ends, this batch alone can take
    /// them. What another batch has taken, or is taking, is not among them.
    /// </summary>
    IReadOnlySet<long> Intake { get; }

    /// <summary>
    /// Writes everything and commits; a batch commits once, and not again after a failure. All of it is stored when this returns; none of
    /// it when it throws, unless the exception says otherwise.
    /// </summary>
    /// <exception cref="InvalidOperationException">The rows contradict what is stored, or the batch is over. Nothing was
    /// written.</exception>
    /// <exception cref="StoreUnavailableException">The store could not commit. <see cref="StoreUnavailableException.OutcomeUnknown"/> tells
    /// whether it may have.</exception>
    ValueTask CommitAsync(BatchWrites writes, CancellationToken cancellationToken);
}
