using CustomerTouchpoints.Channels;

namespace LoyalShop.Shop;

/// <summary>Text messages, as files of a folder.</summary>
internal sealed class TextMessages(string folder) : IChannelSender
{
    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        string name =
            $"{message.Touchpoint.Journey.Lifecycle}-{message.Touchpoint.Journey.Key}-{message.Touchpoint.Rule}-{message.At:HHmmss}.txt";
        string file = Path.Combine(Directory.CreateDirectory(folder).FullName, name);
        await File.WriteAllTextAsync(file, $"{message.Address}\n\n{message.Content.Text}\n", cancellationToken);
        return SendResult.Sent();
    }
}
