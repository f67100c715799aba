using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Email.Tests;

/// <summary>Keeps what it is given.</summary>
internal sealed class RecordingTransport : IEmailTransport
{
    public List<EmailMessage> Sent { get; } = [];

    public Task<SendResult> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        Sent.Add(message);
        return Task.FromResult(SendResult.Sent());
    }
}
