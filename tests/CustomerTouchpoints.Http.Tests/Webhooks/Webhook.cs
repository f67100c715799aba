using System.Net;
using System.Security.Cryptography.X509Certificates;
using CustomerTouchpoints.Http.Webhooks;
using CustomerTouchpoints.Http.Wires;
using Microsoft.Extensions.Time.Testing;

namespace CustomerTouchpoints.Http.Tests.Webhooks;

/// <summary>A sender of webhooks to this machine, with what is around it.</summary>
internal sealed class Webhook : IDisposable
{
    public Webhook(
        Action<WebhookOptions>? configure = null,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null,
        X509Certificate2Collection? trusted = null
    )
    {
        var options = new WebhookOptions { AllowLoopback = true };
        options.Secrets.Add(Some.Secret);
        configure?.Invoke(options);

        // The deadlines of a wire run by the system's clock: what is slow in these tests is really slow.
        var wire = new Wire(WebhookSender.RuleOf(options), new StoodStill(), resolve, trusted);
        Sender = new WebhookSender(options, Time, wire, Log);
    }

    public FakeTimeProvider Time { get; } = new(Some.Now);

    public RecordingLog Log { get; } = new();

    public WebhookSender Sender { get; }

    public void Dispose() => Sender.Dispose();

    /// <summary>Its date stands still, and its timers run.</summary>
    private sealed class StoodStill : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Some.Now;
    }
}
