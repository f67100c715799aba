using System.Globalization;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Wires;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Http.Webhooks;

/// <summary>The webhook channel: posts each message to an endpoint, signed.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class WebhookSender : IChannelSender, IDisposable
{
    private readonly WebhookOptions options;
    private readonly TimeProvider time;
    private readonly Wire wire;
    private readonly EndpointPauses pauses;
    private readonly ILogger logger;

    public WebhookSender(IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookSender> logger)
        : this(options.Value, time, new Wire(RuleOf(options.Value), time), logger) { }

    internal WebhookSender(WebhookOptions options, TimeProvider time, Wire wire, ILogger logger)
    {
        this.options = options;
        this.time = time;
        this.wire = wire;
        this.logger = logger;
        pauses = new EndpointPauses(options.Endpoint is null ? options.PauseAfter : 0, time);
    }

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (cancellationToken.IsCancellationRequested)
        {
            return SendResult.TemporaryFailure("Cancelled before anything was sent.");
        }

        string? fault = null;
        Uri? endpoint = options.Endpoint ?? EndpointUrl.Read(message.Address, options.AllowLoopback, out fault);
        if (endpoint is null)
        {
            return Told(message, SendResult.PermanentFailure($"The endpoint's address {fault}."));
        }

        if (pauses.Left(endpoint) is { } left)
        {
            return SendResult.TemporaryFailure("The endpoint has failed several times in a row and is left alone for a while.", left);
        }

        (WebhookSecret[] secrets, SendResult? refusal) = await SecretsAsync(message, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            return Told(message, refusal);
        }

        WireOutcome outcome = await wire.SendAsync(RequestOf(message, endpoint, secrets), cancellationToken).ConfigureAwait(false);
        SendResult result = EndpointOutcome.Of(outcome, options.Endpoint is not null, knowsRepeats: true);
        Remember(message, endpoint, outcome, result);
        return outcome is { Answer: null, Fault: WireFault.Refused } ? Told(message, result) : result;
    }

    public void Dispose() => wire.Dispose();

    /// <summary>Where endpoints may be, by the host's word.</summary>
    internal static DialRule RuleOf(WebhookOptions options) => DialRule.Of(options.AllowLoopback, options.AllowedNetworks);

    private WireRequest RequestOf(OutgoingMessage message, Uri endpoint, WebhookSecret[] secrets)
    {
        byte[] body = WebhookPayload.Write(message);
        long timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        return new WireRequest
        {
            Url = endpoint,
            Body = (body, WebhookPayload.MediaType),
            Deadline = options.Deadline,
            Headers =
            [
                (WebhookVerifier.IdHeader, message.MessageId),
                (WebhookVerifier.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture)),
                (WebhookVerifier.SignatureHeader, WebhookSecret.Header(secrets, message.MessageId, timestamp, body)),
                ("User-Agent", "CustomerTouchpoints"),
            ],
        };
    }

    private async ValueTask<(WebhookSecret[] Secrets, SendResult? Refusal)> SecretsAsync(
        OutgoingMessage message,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<string>? texts;
        try
        {
            texts = options.SecretsOf is { } ask
                ? await ask(message, cancellationToken).ConfigureAwait(false)
                : options.Secrets.AsReadOnly();
        }
#pragma warning disable CA1031 // The host's own code may throw anything; nothing has been sent.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return ([], SendResult.TemporaryFailure($"WebhookOptions.SecretsOf failed with {fault.GetType().Name}; nothing was sent."));
        }

        WebhookSecret[] secrets = [.. (texts ?? []).Select(WebhookSecret.Read).OfType<WebhookSecret>()];
        return secrets.Length == 0 || secrets.Length < texts!.Count
            ? ([], SendResult.PermanentFailure($"There is no secret to sign with, or one can't be read: {WebhookSecret.Shape}."))
            : (secrets, null);
    }

    private void Remember(OutgoingMessage message, Uri endpoint, WireOutcome outcome, SendResult result)
    {
        if (!EndpointOutcome.IsFailing(outcome))
        {
            if (pauses.Answered(endpoint))
            {
                HttpLog.EndpointIsBack(logger, message.Customer, message.Channel);
            }
        }
        else if (pauses.Failed(endpoint) is { } pause)
        {
            HttpLog.EndpointPaused(logger, message.Customer, message.Channel, pause.Failures, pause.Pause, result.Reason ?? "");
        }
    }

    private SendResult Told(OutgoingMessage message, SendResult refusal)
    {
        HttpLog.CannotBeSent(logger, message.Touchpoint, message.Channel, refusal.Reason ?? "");
        return refusal;
    }
}
