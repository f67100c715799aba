using System.Collections.Concurrent;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.AspNetCore.Tests.Shop;

/// <summary>Keeps what would have been sent.</summary>
internal sealed class Outbox : IChannelSender
{
    public ConcurrentQueue<OutgoingMessage> Sent { get; } = new();

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Sent.Enqueue(message);
        return Task.FromResult(SendResult.Sent(reference: $"SM{message.Touchpoint.Journey.Key}"));
    }
}
