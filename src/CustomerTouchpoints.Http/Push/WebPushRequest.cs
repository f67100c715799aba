using System.Net;
using System.Text;
using CustomerTouchpoints.Http.Wires;
using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;

namespace CustomerTouchpoints.Http.Push;

/// <summary>
/// The request that hands a message to a push service: encrypted for one browser (RFC 8291), signed by us (RFC 8292). The library writes
/// it; the way out is our own, since endpoints come from strangers.
/// </summary>
internal static class WebPushRequest
{
    private const string Authorization = "Authorization";

    /// <param name="subscription">The browser.</param>
    /// <param name="payload">What it is told.</param>
    /// <param name="options">Who we are.</param>
    /// <param name="timeToLive">For how long it is kept.</param>
    /// <param name="topic">What it replaces.</param>
    /// <param name="urgency">How urgent it is.</param>
    public static async Task<WireRequest> ComposeAsync(
        BrowserSubscription subscription,
        byte[] payload,
        WebPushOptions options,
        TimeSpan timeToLive,
        string topic,
        WebPushUrgency urgency
    )
    {
        var browser = new PushSubscription { Endpoint = subscription.Endpoint.AbsoluteUri };
        browser.SetKey(PushEncryptionKeyName.P256DH, subscription.P256dh);
        browser.SetKey(PushEncryptionKeyName.Auth, subscription.Auth);
        var message = new PushMessage(Encoding.UTF8.GetString(payload))
        {
            TimeToLive = (int)timeToLive.TotalSeconds,
            Topic = topic,
            Urgency = urgency switch
            {
                WebPushUrgency.VeryLow => PushMessageUrgency.VeryLow,
                WebPushUrgency.Low => PushMessageUrgency.Low,
                WebPushUrgency.High => PushMessageUrgency.High,
                _ => PushMessageUrgency.Normal,
            },
        };

        // Made for each message: signing with one key from several threads at once is not promised to work.
        using var vapid = new VapidAuthentication(options.PublicKey, options.PrivateKey) { Subject = options.Subject };
        using var written = new Written();
        using var client = new HttpClient(written, disposeHandler: false);
        var library = new PushServiceClient(client) { AutoRetryAfter = false };
        await library.RequestPushMessageDeliveryAsync(browser, message, vapid, VapidAuthenticationScheme.Vapid).ConfigureAwait(false);
        return new WireRequest
        {
            Url = subscription.Endpoint,
            Body = (written.Body, "application/octet-stream"),
            Encoding = "aes128gcm",
            Headers =
            [
                .. written.Headers.Where(header => header.Name != Authorization),
                (Authorization, $"vapid {SignatureOf(vapid, subscription.Endpoint)}"),
                ("User-Agent", "CustomerTouchpoints"),
            ],
            Deadline = options.Deadline,
        };
    }

    /// <summary>For the origin of the endpoint (RFC 8292, 2): the library would leave its port out.</summary>
    private static string SignatureOf(VapidAuthentication vapid, Uri endpoint) =>
        vapid.GetVapidSchemeAuthenticationHeaderValueParameter(endpoint.GetLeftPart(UriPartial.Authority));

    /// <summary>Keeps the request that the library has written, in place of sending it.</summary>
    private sealed class Written : HttpMessageHandler
    {
        public byte[] Body { get; private set; } = [];

        public IReadOnlyList<(string Name, string Value)> Headers { get; private set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            Headers = [.. request.Headers.Select(header => (header.Key, string.Join(", ", header.Value)))];
            return new HttpResponseMessage(HttpStatusCode.Created);
        }
    }
}
