using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>
/// The channel of inboxes: a message is there once, under its id, however often it is sent. So nothing of it is ever uncertain.
/// </summary>
/// <param name="desk">Made late: it belongs to the engine, which wants its senders first.</param>
/// <param name="store">Made late, too.</param>
/// <remarks>Thread-safe.</remarks>
internal sealed class InboxSender(Lazy<InboxDesk> desk, Lazy<ITouchpointStore> store) : IChannelSender, IChannelLookup
{
    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (string.IsNullOrWhiteSpace(message.Address) || message.Address.Any(c => char.IsControl(c) || char.IsSurrogate(c)))
        {
            return SendResult.PermanentFailure("The address in the inbox is empty, or has a control character or half of one.");
        }

        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await desk.Value.PutAsync(message, cancellationToken).ConfigureAwait(false)
                ? SendResult.Sent()
                : SendResult.PermanentFailure("The customer was erased, and has no inbox.");
        }
        catch (Exception fault) when (fault is StoreUnavailableException or OperationCanceledException)
        {
            // Also where it may have been stored: putting it again changes nothing.
            return SendResult.TemporaryFailure("The store did not take it.");
        }
    }

    public async Task<LookupResult> LookUpAsync(DoubtfulAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return await store.Value.Inbox.FindInboxAsync(attempt.MessageId, cancellationToken).ConfigureAwait(false) is null
            ? LookupResult.NotAccepted("it is not in the inbox")
            : LookupResult.Sent();
    }
}
