using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Attachments;
using CustomerTouchpoints.Email.Composing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CustomerTouchpoints.Email;

/// <summary>
/// The email channel: makes a whole message of what was rendered, refuses what can't be one, and hands it to the transport.
/// </summary>
internal sealed class EmailSender(
    IEmailTransport transport,
    EmailComposer composer,
    AttachmentSource attachments,
    ILoggerFactory? loggers = null
) : IChannelSender
{
    private readonly ILogger logger = loggers?.CreateLogger<EmailSender>() ?? NullLogger<EmailSender>.Instance;
    private int unsubscribeIsMissed;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (cancellationToken.IsCancellationRequested)
        {
            return SendResult.TemporaryFailure("Cancelled before anything was sent.");
        }

        EmailMessage? email = composer.Compose(message, out SendResult? refusal);
        if (email is { } composed)
        {
            (email, refusal) = await attachments.AddAsync(message, composed, cancellationToken).ConfigureAwait(false);
        }

        if (email is null)
        {
            EmailLog.CannotBeSent(logger, message.Touchpoint, refusal!.Reason ?? "");
            return refusal;
        }

        if (message.Category == Category.Promotional && email.Unsubscribe is null && Interlocked.Exchange(ref unsubscribeIsMissed, 1) == 0)
        {
            EmailLog.NoUnsubscribe(logger, message.Touchpoint);
        }

        return await transport.SendAsync(email, cancellationToken).ConfigureAwait(false);
    }
}
