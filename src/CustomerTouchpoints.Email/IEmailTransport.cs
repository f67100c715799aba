using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Email;

/// <summary>Takes whole messages to where they leave the house: a drop folder, an SMTP server, a provider's API.</summary>
/// <remarks>
/// Registered with <c>AddEmail</c> as a singleton and called concurrently, at most as often as the channel has send slots. It says what
/// happened and never retries by itself: the engine alone decides that, and calls again with the same <see cref="EmailMessage.MessageId"/>.
/// An exception counts as <see cref="SendOutcome.Uncertain"/>, because the message may have left before it was thrown.
/// </remarks>
public interface IEmailTransport
{
    /// <summary>Sends one message.</summary>
    /// <param name="message">The message. Nothing in it can break out of its header: it can't be made with such a value.</param>
    /// <param name="cancellationToken">Cancelled when the engine's own deadline passes or the host stops.</param>
    /// <returns>What happened. Reasons are journaled and shown to people: put no address and no body in them.</returns>
    Task<SendResult> SendAsync(EmailMessage message, CancellationToken cancellationToken);
}
