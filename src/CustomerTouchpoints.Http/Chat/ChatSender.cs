using CustomerTouchpoints.Channels;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Http.Chat;

/// <summary>A chat channel: posts each message to an incoming webhook, in the service's own form.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ChatSender(ChatOptions options, TimeProvider time, ILogger<ChatSender> logger) : IChannelSender, IDisposable
{
    private readonly ChatPost post = new(options, time);

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (cancellationToken.IsCancellationRequested)
        {
            return SendResult.TemporaryFailure("Cancelled before anything was sent.");
        }

        MessageContent content = message.Content;
        IReadOnlyList<ChatBlock> blocks = content.Markdown is { } markdown ? ChatText.Read(markdown) : ChatText.Plain(content.Text);
        string fallback = content.Subject.Length > 0 ? content.Subject : content.Text;
        SendResult result = await post.PostAsync(message.Address, blocks, fallback, cancellationToken).ConfigureAwait(false);
        if (result.Outcome is SendOutcome.PermanentFailure)
        {
            HttpLog.CannotBeSent(logger, message.Touchpoint, message.Channel, result.Reason ?? "");
        }

        return result;
    }

    public void Dispose() => post.Dispose();
}
