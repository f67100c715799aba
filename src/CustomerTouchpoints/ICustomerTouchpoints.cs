using System.Data.Common;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints;

/// <summary>The face of the library: say what happened, and ask what was told, and why.</summary>
/// <remarks>Thread-safe. Resolve it from the host's services.</remarks>
public interface ICustomerTouchpoints
{
    /// <summary>
    /// Reports a fact. When the task completes, the fact and everything that follows from it is stored; messages leave afterwards, at
    /// least once attempted and never silently twice.
    /// </summary>
    /// <param name="incoming">The fact. Facts cannot be refused: what leads nowhere is journaled, and the result says why.</param>
    /// <param name="cancellationToken">Stops the waiting, not the event.</param>
    /// <returns>What came of it. Raising the same event id again is safe and answers with the first result.</returns>
    /// <exception cref="ArgumentException">The input is malformed: an unknown lifecycle or role, a bad name or id, data that is too
    /// large.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Raise it again with the same id.</exception>
    Task<RaiseResult> RaiseAsync(IncomingEvent incoming, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reports a fact inside a transaction of the host's own: it is committed together with the host's data or not at all. Once the host
    /// has committed, the fact goes the way of any other, within about <see cref="TouchpointsOptions.PollInterval"/> or after the next
    /// start: never lost and never taken twice. Nobody waits for what comes of it; the journal says so.
    /// </summary>
    /// <param name="incoming">The fact, checked like any other. A repeat of its id leads to nothing new, a conflict is journaled.</param>
    /// <param name="transaction">
    /// The host's open transaction on the database that the store keeps, of Microsoft.Data.Sqlite for a SQLite file. With EF Core:
    /// <c>context.Database.CurrentTransaction!.GetDbTransaction()</c>.
    /// </param>
    /// <param name="cancellationToken">Gives up before the fact is written.</param>
    /// <exception cref="ArgumentException">
    /// The input is malformed, as for <see cref="RaiseAsync"/>; or the transaction is of another provider or on another database.
    /// </exception>
    /// <exception cref="InvalidOperationException">The transaction is over.</exception>
    /// <exception cref="NotSupportedException">The store has no transactions that a host could share: it is in memory.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be written. Roll the transaction back.</exception>
    Task EnlistAsync(IncomingEvent incoming, DbTransaction transaction, CancellationToken cancellationToken = default);

    /// <summary>
    /// Settles a touchpoint that waits for a person: one whose attempt may have arrived and that is held as <c>Unknown</c>, or one that is
    /// <c>InReview</c>. It is journaled with who and why.
    /// </summary>
    /// <param name="touchpoint">The touchpoint, as the timeline or the log names it.</param>
    /// <param name="decision">What is to become of it.</param>
    /// <param name="reason">Why; the journal quotes it. 1 to 200 characters.</param>
    /// <param name="by">Who decides; the journal quotes it. 1 to 200 characters. Who may is the host's to say.</param>
    /// <param name="cancellationToken">Stops the waiting, not the decision.</param>
    /// <returns>What came of it, in words: a touchpoint that is not there, or waits for nobody any more, is an answer and no
    /// exception.</returns>
    /// <exception cref="ArgumentException">A text is empty, too long or has control characters; or the journey's lifecycle is not
    /// registered here.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Decide again.</exception>
    Task<ReviewResult> ReviewAsync(
        TouchpointId touchpoint,
        ReviewDecision decision,
        string reason,
        string by,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Explains a touchpoint in plain words: why it was planned, held, sent or dropped. Null when there is none of that id.
    /// </summary>
    Task<string?> ExplainAsync(TouchpointId touchpoint, CancellationToken cancellationToken = default);

    /// <summary>
    /// Explains a response clock in plain words: its ledger of segments, running or paused, each with its reason, the version of its policy
    /// and of its calendar. Null when there is none of that id.
    /// </summary>
    Task<string?> ExplainAsync(ClockId clock, CancellationToken cancellationToken = default);

    /// <summary>
    /// Response clocks for reports, open ones and ended ones, journey by journey in the order in which they were first heard of. Read in
    /// pages: what changes meanwhile may be seen or not.
    /// </summary>
    IAsyncEnumerable<ClockRow> ClocksAsync(ClockQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// How many promises were kept, broken and released, and how many are open: by lifecycle, promise, channel and representative.
    /// </summary>
    Task<IReadOnlyList<PromiseCount>> PromisesAsync(PromiseQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Everything that happened with a customer, across all journeys, oldest first; empty for a customer nobody has heard of.
    /// </summary>
    Task<Timeline> TimelineAsync(CustomerId customer, CancellationToken cancellationToken = default);
}
