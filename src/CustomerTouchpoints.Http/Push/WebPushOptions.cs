using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Http.Push;

/// <summary>Who we are to push services, and how they keep our messages. Checked when the host starts.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Its callbacks are called concurrently.</remarks>
public sealed class WebPushOptions
{
    /// <summary>
    /// Our public key (VAPID, RFC 8292): 65 bytes in Base64url. Browsers subscribe with it, as <c>applicationServerKey</c>. A pair is made
    /// by <see cref="VapidKeys.Create"/>; with another one all subscriptions are worth nothing.
    /// </summary>
    public string PublicKey { get; set; } = "";

    /// <summary>The private key of the pair: 32 bytes in Base64url. A secret.</summary>
    public string PrivateKey { get; set; } = "";

    /// <summary>
    /// Where push services reach whoever runs this host, as <c>mailto:ops@lumen.example</c> or a URL with <c>https</c>.
    /// </summary>
    public string Subject { get; set; } = "";

    /// <summary>
    /// For how long a push service keeps a message for a browser that is away, at most: from nothing to 28 days. What is stale earlier by
    /// its rule is kept until then. Default 28 days.
    /// </summary>
    public TimeSpan MaxTimeToLive { get; set; } = TimeSpan.FromDays(28);

    /// <summary>
    /// Whether a message replaces what a browser that is away has not got yet of the same journey. Default false: it replaces only itself,
    /// where it is sent again.
    /// </summary>
    public bool CollapseJourney { get; set; }

    /// <summary>
    /// How urgent a message is. Null, the default: <see cref="WebPushUrgency.High"/> for transactional ones,
    /// <see cref="WebPushUrgency.Normal"/> for those of service, <see cref="WebPushUrgency.VeryLow"/> for promotional ones.
    /// </summary>
    public Func<OutgoingMessage, WebPushUrgency>? UrgencyOf { get; set; }

    /// <summary>
    /// Where somebody gets who follows a message: an absolute URL, or a path of the page's own site. Null, the default, says nothing of it.
    /// </summary>
    public Func<OutgoingMessage, string?>? LinkOf { get; set; }

    /// <summary>
    /// Called for a subscription that is no more, so that the host deletes it: whose it was, and its endpoint. Called again as long as the
    /// directory gives it. What it throws is logged, and goes no further. Null, the default, for nobody.
    /// </summary>
    public Func<CustomerId, Uri, CancellationToken, Task>? Gone { get; set; }

    /// <summary>
    /// How long one message may take, to all of a customer's browsers, from connecting to the answers' headers. Default 15 seconds. Shorter
    /// than <c>TouchpointsOptions.SendDeadline</c>.
    /// </summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether a push service may be on this machine, and then also without TLS. For development. Default false.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>
    /// Networks that push services may be in although they are not of the public internet, such as <c>10.20.0.0/16</c>. Default: none.
    /// Whoever may set a subscription can reach all of them.
    /// </summary>
    public IList<string> AllowedNetworks { get; } = [];
}
