using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints;

/// <summary>
/// What customers agreed to, what they do not want, and how they would rather be told. It is kept in the store with its evidence, and read
/// in every transaction that claims a message: once a withdrawal is acknowledged, no host on the store claims another message against it.
/// </summary>
/// <remarks>Thread-safe. Resolve it from the host's services. Who may call it is the host's to say.</remarks>
public interface ICustomerWishes
{
    /// <summary>
    /// The topics that the host has declared, in their order, each with what people call it and whether customers may decline it here.
    /// </summary>
    IReadOnlyList<Topic> Topics { get; }

    /// <summary>
    /// Records that a customer agreed to a kind of message, or does not want it any more. It is appended to what is known: nothing is ever
    /// overwritten. What counts is the latest that the customer said of a kind, be it about one channel or about all; at the same instant a
    /// withdrawal beats a grant. Where nothing was recorded, <see cref="Customer.WantsPromotions"/> says it.
    /// </summary>
    /// <param name="consent">What they said, where, and who recorded it. The same again, with the same <see cref="ConsentRecord.At"/>, is
    /// safe and changes nothing of what stands.</param>
    /// <param name="cancellationToken">Stops the waiting, not the recording.</param>
    /// <exception cref="ArgumentException">The category can't be declined, or a text is empty, too long or has control characters.
    /// </exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Record it again.</exception>
    /// <exception cref="InvalidOperationException">The host was not started within ten seconds, or has stopped.</exception>
    Task RecordConsentAsync(ConsentRecord consent, CancellationToken cancellationToken = default);

    /// <summary>Records many, as when consents are taken over from elsewhere. They share commits.</summary>
    /// <param name="consents">What customers said, in any order; give each its <see cref="ConsentRecord.At"/>.</param>
    /// <param name="cancellationToken">Stops the waiting, not the recording.</param>
    /// <exception cref="ArgumentException">One is faulty, as for <see cref="RecordConsentAsync"/>: none is recorded.</exception>
    /// <exception cref="Storage.StoreUnavailableException">Some could not be stored. Record all of them again.</exception>
    /// <exception cref="InvalidOperationException">The host was not started within ten seconds, or has stopped.</exception>
    Task ImportConsentsAsync(IReadOnlyCollection<ConsentRecord> consents, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records how a customer would rather be told: what not, on which channels first, in which language, how often. It takes the place of
    /// what they said before, and is honoured by whatever is claimed once it is acknowledged. It narrows, and is no agreement: what needs
    /// consent needs it all the same. Said at one instant by two callers, what either declines is declined.
    /// </summary>
    /// <param name="preferences">All that they would rather have, where they said it, and who recorded it.</param>
    /// <param name="cancellationToken">Stops the waiting, not the recording.</param>
    /// <exception cref="ArgumentException">A topic is not declared or can't be declined, a language is not known, or a text is empty, too
    /// long or has control characters.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Record it again.</exception>
    /// <exception cref="InvalidOperationException">The host was not started within ten seconds, or has stopped.</exception>
    Task SetPreferencesAsync(PreferencesRecord preferences, CancellationToken cancellationToken = default);

    /// <summary>Reads how a customer would rather be told, and all that was ever recorded of it.</summary>
    /// <returns>The defaults for a customer who never said anything.</returns>
    /// <exception cref="Storage.StoreUnavailableException">The store can't be read.</exception>
    Task<PreferencesView> PreferencesAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>Reads what stands for a customer, and all that was ever recorded.</summary>
    /// <returns>Without entries for a customer of whom nothing was recorded.</returns>
    /// <exception cref="Storage.StoreUnavailableException">The store can't be read.</exception>
    Task<ConsentsView> ConsentsAsync(CustomerId customer, CancellationToken cancellationToken = default);
}
