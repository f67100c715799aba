using System.Data.Common;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Touchpoints;

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
    /// <exception cref="TouchpointsBusyException">
    /// Too much waits to be committed, see <see cref="TouchpointsOptions.WhenBusy"/>.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The host was not started within ten seconds, or has stopped; once it is disposed of, an <see cref="ObjectDisposedException"/>.
    /// </exception>
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
    /// Reports what became of a message after its channel had accepted it, as a provider's callback says: it arrived, was opened, came
    /// back. It moves the message (<c>Delivered</c>; <c>Failed</c> where it came back for good), is journaled, and stops the address where
    /// it came back for good, was complained of or unsubscribed from. Receipts may come in any order, late, and more than once.
    /// </summary>
    /// <param name="receipt">What is reported, and of which message. Check where it comes from first.</param>
    /// <param name="cancellationToken">Stops the waiting, not the receipt.</param>
    /// <returns>What came of it, in words: a message that nobody knows is an answer and no exception.</returns>
    /// <exception cref="ArgumentException">It names no message and no address, or a text is too long or has control characters; or the
    /// journey's lifecycle is not registered here.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Report it again.</exception>
    /// <exception cref="InvalidOperationException">The host was not started within ten seconds, or has stopped.</exception>
    Task<ReceiptResult> ReportReceiptAsync(Receipt receipt, CancellationToken cancellationToken = default);

    /// <summary>
    /// Withdraws what is pending of a journey without moving it: what is planned, held, in review, or would go out again. It is journaled
    /// with who and why. What is being sent is not called back, and what may have arrived stays <c>Unknown</c>. The journey goes on: what
    /// happens afterwards plans messages as ever, and so do its timers.
    /// </summary>
    /// <param name="journey">The journey.</param>
    /// <param name="reason">Why; the journal quotes it. 1 to 200 characters.</param>
    /// <param name="by">Who decides; the journal quotes it. 1 to 200 characters. Who may is the host's to say.</param>
    /// <param name="cancellationToken">Stops the waiting, not the decision.</param>
    /// <returns>How many touchpoints will not go out any more. 0 when nothing was pending, or nobody has heard of the journey: withdrawing
    /// again is safe, and journals nothing.</returns>
    /// <exception cref="ArgumentException">A text is empty, too long or has control characters; or the journey's lifecycle is not
    /// registered here.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Withdraw again.</exception>
    Task<int> WithdrawAsync(JourneyId journey, string reason, string by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads one journey: where it stands, which events would have an effect now, what is planned, held, sent and in review, its clocks and
    /// open promises. Null when nobody has heard of it.
    /// </summary>
    /// <exception cref="Storage.StoreUnavailableException">The store can't be read.</exception>
    Task<JourneyView?> GetJourneyAsync(JourneyId journey, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads touchpoints, journey by journey in the order in which they were first heard of, and within a journey by rule; then those that
    /// belong to customers, customer by customer. Read in pages:
    /// what changes meanwhile is seen as it was or as it is, and nothing comes twice. To show a page now and the next one later, take as
    /// many as it has, and ask again with <see cref="TouchpointQuery.After"/>.
    /// </summary>
    /// <exception cref="Storage.StoreUnavailableException">The store can't be read.</exception>
    IAsyncEnumerable<TouchpointView> TouchpointsAsync(TouchpointQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads what is known of a customer: the last known traits, the journeys with the roles played in them, and the touchpoints that have
    /// not ended. Null for a customer nobody has heard of.
    /// </summary>
    /// <exception cref="Storage.StoreUnavailableException">The store can't be read.</exception>
    Task<CustomerView?> GetCustomerAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the journal of all journeys, for hosts that must see every entry. It ends when there is nothing more for now. Keep the
    /// <see cref="JournalEntryView.Cursor"/> of the last entry that you have dealt with, and go on from it: no entry is left out and none
    /// comes twice, however many hosts write meanwhile. Entries of one journey come in their order; those of different journeys in the
    /// order of their commits, more or less. What retention has deleted or archived in the meantime is not seen any more.
    /// </summary>
    /// <param name="after">The cursor of the last entry that was seen; null begins with the first entry that is kept.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <remarks>Where hosts share a database, an entry may be seen later than its commit: while a transaction that began before it is still
    /// open in the database server, whoever's it is.</remarks>
    /// <exception cref="ArgumentException">The cursor is none of this kind of store.</exception>
    /// <exception cref="Storage.StoreUnavailableException">The store can't be read.</exception>
    IAsyncEnumerable<JournalEntryView> JournalAsync(string? after = null, CancellationToken cancellationToken = default);

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
    IAsyncEnumerable<ClockView> ClocksAsync(ClockQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Promises, open ones and ended ones, journey by journey in the order in which they were first heard of. Read in pages: what changes
    /// meanwhile may be seen or not.
    /// </summary>
    IAsyncEnumerable<PromiseView> PromisesAsync(PromiseQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// How many promises were kept, broken and released, and how many are open: by lifecycle, promise, channel and representative.
    /// </summary>
    Task<IReadOnlyList<PromiseCount>> PromiseCountsAsync(PromiseQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Everything that happened with a customer, across all journeys, oldest first; empty for a customer nobody has heard of.
    /// </summary>
    Task<Timeline> TimelineAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Everything that happened in one journey, in the order in which it was decided; empty for a journey nobody has heard of.
    /// </summary>
    Task<IReadOnlyList<JournalEntryView>> HistoryAsync(JourneyId journey, CancellationToken cancellationToken = default);
}
