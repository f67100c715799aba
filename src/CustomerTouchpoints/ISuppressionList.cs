using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints;

/// <summary>
/// The addresses that must not be written to, whichever customer has them: those that do not work, and those whose owners complained or
/// unsubscribed. It is read in every transaction that claims a message: once a call here is acknowledged, no host on the store claims
/// another message against it. Of an address its keyed hash alone is kept, so that the list outlives the customer.
/// </summary>
/// <remarks>Thread-safe. Resolve it from the host's services. Who may call it is the host's to say.</remarks>
public interface ISuppressionList
{
    /// <summary>Stops messages to an address. The same again is safe and changes nothing.</summary>
    /// <param name="suppression">Which address, why, and who says so.</param>
    /// <param name="cancellationToken">Stops the waiting, not the recording.</param>
    /// <exception cref="ArgumentException">A text is empty, too long or has control characters.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Record it again.</exception>
    /// <exception cref="InvalidOperationException">The host was not started within ten seconds, or has stopped.</exception>
    Task SuppressAsync(SuppressionRecord suppression, CancellationToken cancellationToken = default);

    /// <summary>Stops messages to many, as when a list is taken over from elsewhere. They share commits.</summary>
    /// <param name="suppressions">Which addresses, in any order; give each its <see cref="SuppressionRecord.At"/>.</param>
    /// <param name="cancellationToken">Stops the waiting, not the recording.</param>
    /// <exception cref="ArgumentException">One is faulty, as for <see cref="SuppressAsync"/>: none is recorded.</exception>
    /// <exception cref="Storage.StoreUnavailableException">Some could not be stored. Record all of them again.</exception>
    /// <exception cref="InvalidOperationException">The host was not started within ten seconds, or has stopped.</exception>
    Task ImportAsync(IReadOnlyCollection<SuppressionRecord> suppressions, CancellationToken cancellationToken = default);

    /// <summary>Lets an address be written to again, whatever stood against it. What was skipped meanwhile stays so.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="address">The address.</param>
    /// <param name="reason">Why. 1 to 200 characters.</param>
    /// <param name="by">Who says so. 1 to 200 characters.</param>
    /// <param name="cancellationToken">Stops the waiting, not the lifting.</param>
    /// <returns>How many suppressions were lifted: 0 when none stood.</returns>
    /// <exception cref="ArgumentException">A text is empty, too long or has control characters.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Lift it again.</exception>
    /// <exception cref="InvalidOperationException">The host was not started within ten seconds, or has stopped.</exception>
    Task<int> LiftAsync(Channel channel, string address, string reason, string by, CancellationToken cancellationToken = default);

    /// <summary>Lifts one suppression, as a list shows it.</summary>
    /// <param name="id">Its <see cref="SuppressionView.Id"/>.</param>
    /// <param name="reason">Why. 1 to 200 characters.</param>
    /// <param name="by">Who says so. 1 to 200 characters.</param>
    /// <param name="cancellationToken">Stops the waiting, not the lifting.</param>
    /// <returns>Whether it stood.</returns>
    /// <exception cref="ArgumentException">The id is none, or a text is empty, too long or has control characters.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Lift it again.</exception>
    /// <exception cref="InvalidOperationException">The host was not started within ten seconds, or has stopped.</exception>
    Task<bool> LiftAsync(string id, string reason, string by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads suppressions, in an order that stays. Read in pages: what changes meanwhile is seen as it was or as it is, and nothing comes
    /// twice. To show a page now and the next one later, take as many as it has, and ask again with
    /// <see cref="SuppressionQuery.After"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The query has an address and no channel, or its <c>After</c> is no id.</exception>
    /// <exception cref="Storage.StoreUnavailableException">The store can't be read.</exception>
    IAsyncEnumerable<SuppressionView> SuppressionsAsync(SuppressionQuery query, CancellationToken cancellationToken = default);
}
