using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.PostgreSql.Tests.Engine;

/// <summary>Holds every first attempt until it is let go.</summary>
internal sealed class StuckSender : IChannelSender
{
    private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int waiting;
    private int sent;

    public int Waiting => Volatile.Read(ref waiting);

    public int Sent => Volatile.Read(ref sent);

    public void LetGo() => go.TrySetResult();

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.Attempt > 1)
        {
            return SendResult.Sent();
        }

        Interlocked.Increment(ref waiting);
        await go.Task;
        Interlocked.Increment(ref sent);
        return SendResult.Sent();
    }
}
