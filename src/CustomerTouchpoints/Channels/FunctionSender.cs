namespace CustomerTouchpoints.Channels;

/// <summary>A sender that is one function of the host's.</summary>
internal sealed class FunctionSender(Func<OutgoingMessage, CancellationToken, Task<SendResult>> send) : IChannelSender
{
    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) => send(message, cancellationToken);
}
