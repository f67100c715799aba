using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Load.Contenders;

/// <summary>Accepts every message at once: what is measured is the way to the channel, not the channel.</summary>
internal sealed class AcceptingSender : IChannelSender
{
    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) => Task.FromResult(SendResult.Sent());
}
