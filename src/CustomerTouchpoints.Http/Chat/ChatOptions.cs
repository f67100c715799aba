namespace CustomerTouchpoints.Http.Chat;

/// <summary>Where messages of one chat channel go. Checked when the host starts.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed.</remarks>
public sealed class ChatOptions
{
    /// <summary>The service, which <c>AddChat</c> sets.</summary>
    public ChatService Service { get; set; }

    /// <summary>
    /// The one incoming webhook, to which every message goes: that of the staff's room, for instance. Who knows it can write there, so
    /// keep it where secrets are kept. Null, the default: each customer's own, which is their address on the channel.
    /// </summary>
    public Uri? Endpoint { get; set; }

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
    /// Networks that endpoints may be in although they are not of the public internet, such as <c>10.20.0.0/16</c>: a chat server of the
    /// house that speaks Slack's language. Default: none.
    /// </summary>
    public IList<string> AllowedNetworks { get; } = [];
}
