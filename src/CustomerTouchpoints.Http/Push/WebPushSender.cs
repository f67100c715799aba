using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Http.Wires;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Http.Push;

/// <summary>The channel of Web Push: hands each message to the push services of a customer's browsers, all at once.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class WebPushSender(WebPushOptions options, Wire wire, Lazy<ISuppressionList> suppressions, ILogger<WebPushSender> logger)
    : IChannelSender,
        IDisposable
{
    private const int Gone = 410;
    private const int NotFound = 404;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (cancellationToken.IsCancellationRequested)
        {
            return SendResult.TemporaryFailure("Cancelled before anything was sent.");
        }

        IReadOnlyList<BrowserSubscription> browsers = BrowserSubscription.Read(message.Address, options.AllowLoopback, out string? fault);
        if (fault is not null)
        {
            var refusal = SendResult.PermanentFailure($"The address {fault}.");
            HttpLog.CannotBeSent(logger, message.Touchpoint, message.Channel, refusal.Reason!);
            return refusal;
        }

        byte[] payload = WebPushPayload.Write(message, options.LinkOf?.Invoke(message));
        WireOutcome[] outcomes = await Task.WhenAll(browsers.Select(browser => SendAsync(browser, message, payload, cancellationToken)))
            .ConfigureAwait(false);
        for (int i = 0; i < browsers.Count; i++)
        {
            if (IsGone(outcomes[i]))
            {
                await SayGoneAsync(message, browsers[i], cancellationToken).ConfigureAwait(false);
            }
        }

        if (Array.TrueForAll(outcomes, IsGone))
        {
            _ = SuppressAsync(message);
        }

        return Best(outcomes);
    }

    public void Dispose() => wire.Dispose();

    /// <summary>Where push services may be, by the host's word.</summary>
    internal static DialRule RuleOf(WebPushOptions options) => DialRule.Of(options.AllowLoopback, options.AllowedNetworks);

    /// <summary>
    /// What became of a message to several browsers: somebody who was told by one is told, and is not told again by it for the sake of the
    /// others.
    /// </summary>
    internal static SendResult Best(IReadOnlyList<WireOutcome> outcomes) =>
        outcomes
            .Select(outcome => EndpointOutcome.Of(outcome, isOnlyEndpoint: false, knowsRepeats: true))
            .MinBy(result =>
                result.Outcome switch
                {
                    SendOutcome.Sent => 0,
                    SendOutcome.Uncertain => 1,
                    SendOutcome.TemporaryFailure => 2,
                    _ => 3,
                }
            )!;

    private async Task<WireOutcome> SendAsync(
        BrowserSubscription browser,
        OutgoingMessage message,
        byte[] payload,
        CancellationToken cancellationToken
    ) =>
        await wire.SendAsync(
                await WebPushRequest
                    .ComposeAsync(
                        browser,
                        payload,
                        options,
                        TimeToLive(message),
                        options.CollapseJourney ? message.ThreadId : message.MessageId,
                        Urgency(message)
                    )
                    .ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);

    private TimeSpan TimeToLive(OutgoingMessage message)
    {
        TimeSpan left = message.StaleAt is { } stale ? stale - message.At : options.MaxTimeToLive;
        return left < TimeSpan.Zero ? TimeSpan.Zero
            : left > options.MaxTimeToLive ? options.MaxTimeToLive
            : left;
    }

    private WebPushUrgency Urgency(OutgoingMessage message) =>
        options.UrgencyOf?.Invoke(message)
        ?? message.Category switch
        {
            Category.Transactional => WebPushUrgency.High,
            Category.Service => WebPushUrgency.Normal,
            _ => WebPushUrgency.VeryLow,
        };

    private static bool IsGone(WireOutcome outcome) => outcome.Answer?.Status is Gone or NotFound;

    private async Task SayGoneAsync(OutgoingMessage message, BrowserSubscription browser, CancellationToken cancellationToken)
    {
        try
        {
            if (options.Gone is { } say)
            {
                await say(message.Customer, browser.Endpoint, cancellationToken).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // The host's own code may throw anything; what became of the message is known.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            HttpLog.GoneNotHandled(logger, message.Customer, fault.GetType().Name);
        }
    }

    /// <summary>
    /// No browser of the address is left: it is not written to any more. Nobody waits for it: what is lost by a crash is found again by the
    /// next message.
    /// </summary>
    private async Task SuppressAsync(OutgoingMessage message)
    {
        try
        {
            var record = new SuppressionRecord
            {
                Channel = message.Channel,
                Address = message.Address,
                Reason = SuppressionReason.HardBounce,
                By = "push service",
            };
            await suppressions.Value.SuppressAsync(record).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Nobody waits for it: the log says so.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            HttpLog.NotSuppressed(logger, message.Customer, message.Channel, fault.GetType().Name);
        }
    }
}
