using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Load.Neighbours;

/// <summary>Gives each message the same answer, at once.</summary>
internal sealed class AnsweringSender(SendResult answer) : IChannelSender
{
    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) => Task.FromResult(answer);
}
