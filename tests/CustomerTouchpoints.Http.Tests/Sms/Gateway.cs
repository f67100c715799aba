using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Sms;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Http.Tests.Sms;

/// <summary>A sender of text messages to a gateway on this machine.</summary>
internal sealed class Gateway : IDisposable
{
    public Gateway(SmsGateway gateway, string url, Action<SmsOptions>? configure = null)
    {
        var options = new SmsOptions { Gateway = gateway with { Url = url }, From = "Lumen" };
        configure?.Invoke(options);
        Sender = new SmsSender(Options.Create(options), TimeProvider.System, Log.CreateLogger<SmsSender>());
    }

    public RecordingLog Log { get; } = new();

    public SmsSender Sender { get; }

    public Task<SendResult> SendAsync(string number = "+393331234567", string? text = null)
    {
        OutgoingMessage message = Some.Message(number, channel: Channel.Sms);
        return Sender.SendAsync(
            text is null ? message : message with { Content = message.Content with { Text = text } },
            CancellationToken.None
        );
    }

    public void Dispose() => Sender.Dispose();
}
