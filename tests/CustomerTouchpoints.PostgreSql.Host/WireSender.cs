using System.Net.Sockets;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.PostgreSql.Host;

/// <summary>Hands each message to the receiving end over a connection of its own: one line there, one line back.</summary>
public sealed class WireSender(int port) : IChannelSender
{
    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, cancellationToken);
        }
        catch (SocketException)
        {
            return SendResult.TemporaryFailure("the receiving end does not answer");
        }

        await using NetworkStream stream = client.GetStream();
        await using var writer = new StreamWriter(stream) { AutoFlush = true };
        using var reader = new StreamReader(stream);
        await writer.WriteLineAsync($"{message.Touchpoint}\t{message.Attempt}\t{message.MayBeRepeat}".AsMemory(), cancellationToken);
        return await reader.ReadLineAsync(cancellationToken) == "accepted"
            ? SendResult.Sent()
            : SendResult.Uncertain("the receiving end said nothing");
    }
}
