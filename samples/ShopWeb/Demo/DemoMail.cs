using System.IO.Hashing;
using System.Text;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email;

namespace ShopWeb.Demo;

/// <summary>The month's mail: it arrives but for a few, and what left in the last two days lies in the drop folder.</summary>
internal sealed class DemoMail(string folder, DateTimeOffset keepFrom) : IEmailTransport
{
    public async Task<SendResult> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        uint chance = XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(message.MessageId)) % 1000;
        if (chance < 3)
        {
            return SendResult.Uncertain("the connection broke after the message was handed over");
        }

        if (chance < 6)
        {
            return SendResult.PermanentFailure("the mailbox does not exist");
        }

        if (message.Date >= keepFrom)
        {
            string name = message.MessageId[..message.MessageId.IndexOf('@', StringComparison.Ordinal)];
            string file = Path.Combine(folder, $"{name}.eml");
            await File.WriteAllBytesAsync(file, message.ToBytes(), cancellationToken);
            File.SetLastWriteTimeUtc(file, message.Date.UtcDateTime);
        }

        return SendResult.Sent(message.MessageId);
    }
}
