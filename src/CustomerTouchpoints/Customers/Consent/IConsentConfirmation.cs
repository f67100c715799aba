namespace CustomerTouchpoints.Customers;

/// <summary>
/// Answers a consent that was asked for and waits to be confirmed (double opt-in): what a page calls when its button is pressed. The
/// package <c>CustomerTouchpoints.Lifecycles</c> brings one.
/// </summary>
/// <remarks>Called concurrently. That the customer may answer is checked before.</remarks>
public interface IConsentConfirmation
{
    /// <summary>Confirms a journey that waits for it, and records the consent. Safe to call again.</summary>
    /// <param name="journey">The journey.</param>
    /// <param name="consent">What is recorded.</param>
    /// <param name="cancellationToken">Stops the waiting, not what has begun.</param>
    /// <returns>Whether it is confirmed. False when it has lapsed or was refused, or when there is no such journey.</returns>
    /// <exception cref="ArgumentException">The journey is of another kind, or not of that customer.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Confirm it again.</exception>
    Task<bool> ConfirmAsync(JourneyId journey, ConsentRecord consent, CancellationToken cancellationToken = default);

    /// <summary>Refuses it: it was not them. Safe to call again; what is confirmed stays confirmed.</summary>
    /// <param name="journey">The journey.</param>
    /// <param name="customer">Who refuses.</param>
    /// <param name="cancellationToken">Stops the waiting, not what has begun.</param>
    /// <returns>Whether it is refused, or was before.</returns>
    /// <exception cref="ArgumentException">The journey is of another kind, or not of that customer.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Refuse it again.</exception>
    Task<bool> RefuseAsync(JourneyId journey, CustomerId customer, CancellationToken cancellationToken = default);
}
