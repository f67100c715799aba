using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Http.Webhooks;

/// <summary>Where webhooks go, and how they are signed. Checked when the host starts.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Its callback is called concurrently.</remarks>
public sealed class WebhookOptions
{
    /// <summary>
    /// The one endpoint of this host, to which every message goes. Null, the default: each customer's own, which is their address on the
    /// channel. When the one endpoint does not work the channel is down; one customer's endpoint stops nobody else's messages.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// The secrets that sign: <c>whsec_</c> and the base64 of 24 to 64 random bytes. With several, each signs, so that a receiver can
    /// change from one to the next. Use <see cref="SecretsOf"/> where each customer has an endpoint. Default: none.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>
    /// The secrets of one message's endpoint, in place of <see cref="Secrets"/>: customers that share a secret could sign for each other.
    /// Asked for each attempt. What it throws is a temporary failure; none is a permanent one. Null by default.
    /// </summary>
    public Func<OutgoingMessage, CancellationToken, ValueTask<IReadOnlyList<string>>>? SecretsOf { get; set; }

    /// <summary>
    /// How long one message may take, from connecting to the answer's headers. Default 15 seconds. Shorter than
    /// <c>TouchpointsOptions.SendDeadline</c>: it knows what was not sent yet, which that one does not.
    /// </summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Whether an endpoint may be on this machine, and then also without TLS. For development. Default false.
    /// </summary>
    public bool AllowLoopback { get; set; }

    /// <summary>
    /// Networks that endpoints may be in although they are not of the public internet, such as <c>10.20.0.0/16</c>. Default: none. Whoever
    /// may set an endpoint's address can reach all of them.
    /// </summary>
    public IList<string> AllowedNetworks { get; } = [];

    /// <summary>
    /// After how many failures in a row a customer's endpoint is left alone for a while: half a minute, then twice as long each time, up
    /// to a quarter of an hour. What comes meanwhile is a temporary failure without a try. Default 3; 0 never leaves one alone.
    /// </summary>
    public int PauseAfter { get; set; } = 3;
}
