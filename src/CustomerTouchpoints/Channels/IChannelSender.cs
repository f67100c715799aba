namespace CustomerTouchpoints.Channels;

/// <summary>Hands one message to a channel: SMTP, an SMS gateway, a pigeon.</summary>
/// <remarks>
/// Registered once per channel and called concurrently, at most as often as the channel has send slots. Every call is preceded by a
/// persisted attempt. The sender says what happened; the engine alone decides whether and when to try again, so a sender must not retry.
/// An exception counts as <see cref="SendOutcome.Uncertain"/>, because the message may have left before it was thrown.
/// </remarks>
public interface IChannelSender
{
    /// <summary>Sends one message.</summary>
    /// <param name="message">The rendered message with its address and its stable <see cref="OutgoingMessage.MessageId"/>.</param>
    /// <param name="cancellationToken">Cancelled when the engine's own deadline passes; the attempt is then uncertain. A host that stops
    /// waits for what is being sent.</param>
    /// <returns>What happened: see <see cref="SendResult"/>.</returns>
    Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
