using CustomerTouchpoints.Channels;

namespace OrderStory.Channels;

/// <summary>The shop's own channel for text messages: each becomes one file, named by the message's id, whole or not at all.</summary>
internal sealed class TextMessages(string folder) : IChannelSender
{
    private static readonly DateTimeOffset ClosedFrom = new(2026, 10, 18, 5, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset ClosedUntil = new(2026, 10, 18, 12, 0, 0, TimeSpan.Zero);

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.At >= ClosedFrom && message.At < ClosedUntil)
        {
            // The sender says what happened; the engine decides when to try again.
            return SendResult.TemporaryFailure("the gateway is closed for maintenance", retryAfter: TimeSpan.FromHours(1));
        }

        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, $"{message.MessageId}.txt");
        await File.WriteAllTextAsync($"{file}.tmp", $"To: {message.Address}\n\n{message.Content.Text}\n", cancellationToken);
        File.Move($"{file}.tmp", file, overwrite: true);
        return SendResult.Sent();
    }
}
