using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Email;

/// <summary>How email is sent, whatever transport takes it. Checked when the host starts.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed.</remarks>
public sealed class EmailOptions
{
    /// <summary>
    /// The sender's name and address for messages whose content has none. No default: a message without either waits as
    /// <see cref="SendOutcome.ChannelDown"/> until there is one.
    /// </summary>
    public MessageAddress? From { get; set; }

    /// <summary>
    /// The domain on the right of our Message-IDs and thread ids, such as <c>lumen.example</c>. Default: the domain of the message's From
    /// address. Set it where messages of one journey come from several domains, so that they stay one thread.
    /// </summary>
    public string? MessageIdDomain { get; set; }
}
