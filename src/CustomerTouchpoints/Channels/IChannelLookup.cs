namespace CustomerTouchpoints.Channels;

/// <summary>
/// A channel that can be asked what became of a message: a provider's message log, a gateway's status by id. A sender implements it beside
/// <see cref="IChannelSender"/>; rules then may say <see cref="Touchpoints.UnknownPolicy.Ask"/>.
/// </summary>
/// <remarks>
/// Called concurrently, at most as often as the channel has send slots, and outside of any transaction. A lookup may come more than once,
/// also after a crash of the host, so that it must change nothing at the provider. An exception, or no answer within the engine's own
/// deadline, counts as <see cref="LookupOutcome.Unknown"/>, and the lookup comes again later.
/// </remarks>
public interface IChannelLookup
{
    /// <summary>Says what became of a message whose attempt may have been accepted.</summary>
    /// <param name="attempt">The attempt, with the <see cref="DoubtfulAttempt.MessageId"/> under which the message was handed over.</param>
    /// <param name="cancellationToken">Cancelled when the engine's own deadline passes.</param>
    /// <returns>What is known: see <see cref="LookupResult"/>. Whoever does not know says so; the message is not sent again
    /// meanwhile.</returns>
    Task<LookupResult> LookUpAsync(DoubtfulAttempt attempt, CancellationToken cancellationToken);
}
