using CustomerTouchpoints.Channels;

namespace ShopWeb.Shop;

/// <summary>The shop's own channel for text messages: each becomes one file, named by the message's id, whole or not at all.</summary>
internal sealed class TextMessages(string folder) : IChannelSender
{
    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        string file = Path.Combine(folder, $"{Path.GetFileName(message.MessageId)}.txt");
        await File.WriteAllTextAsync($"{file}.tmp", $"{message.Address}\n{message.Content.Text}\n", cancellationToken);
        File.Move($"{file}.tmp", file, overwrite: true);
        return SendResult.Sent();
    }
}
