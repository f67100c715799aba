using CustomerTouchpoints.Channels;

namespace ShopWithEfCore;

/// <summary>A channel that shows each mail on the screen.</summary>
internal sealed class Screen : IChannelSender
{
    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        string again = message.MayBeRepeat ? ", perhaps for the second time" : "";
        Console.WriteLine(
            $"    mail to {message.Address}{again}: {message.Content.Subject}. {message.Content.Text.Split('\n', 2)[0].Trim()}"
        );
        return Task.FromResult(SendResult.Sent());
    }
}
