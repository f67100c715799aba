using System.Collections.Concurrent;
using System.Diagnostics;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.PostgreSql.Tests.Proof;

namespace CustomerTouchpoints.Sqlite.Tests.Chaos;

/// <summary>The receiving end, which outlives every host: it notes what arrives, and accepts it a moment later.</summary>
internal sealed class Mailbox : IChannelSender
{
    private readonly ConcurrentQueue<Arrival> arrived = new();

    public IReadOnlyCollection<Arrival> Arrived => arrived;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        arrived.Enqueue(new Arrival(message.Touchpoint.ToString(), message.Attempt, message.MayBeRepeat, Stopwatch.GetTimestamp()));
        await Task.Delay(5, CancellationToken.None);
        return SendResult.Sent();
    }
}
