using System.Buffers;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Load.Contenders;

/// <summary>
/// Writes every message as a channel would hand it to its socket, and accepts it at once: what is measured is the way to the channel, not
/// the channel.
/// </summary>
internal sealed class AcceptingSender : IChannelSender
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? wire;

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> bytes = wire ??= new ArrayBufferWriter<byte>(16 * 1024);
        bytes.ResetWrittenCount();
        message.Content.WriteText(bytes);
        message.Content.WriteHtml(bytes);
        return bytes.WrittenCount > 0
            ? Task.FromResult(SendResult.Sent())
            : throw new InvalidOperationException($"{message.Touchpoint} says nothing.");
    }
}
