using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Http.Sms;

/// <summary>How text messages are sent. Checked when the host starts.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Its callbacks are called concurrently.</remarks>
public sealed class SmsOptions
{
    /// <summary>The gateway, which <c>AddSms</c> sets.</summary>
    public SmsGateway? Gateway { get; set; }

    /// <summary>
    /// Our sender id: a number, a short code, or up to eleven letters, digits and blanks, as the customer's country allows. Null, the
    /// default, where the gateway needs none.
    /// </summary>
    public string? From { get; set; }

    /// <summary>
    /// The country of numbers that are written without theirs, as ISO 3166 names it, such as <c>IT</c>. Null, the default: such a number
    /// is a permanent failure, because a guess could tell a stranger.
    /// </summary>
    public string? DefaultCountry { get; set; }

    /// <summary>
    /// The country of one customer's number, in place of <see cref="DefaultCountry"/>; null leaves it to that. Null by default. What it
    /// throws is a temporary failure.
    /// </summary>
    public Func<OutgoingMessage, string?>? CountryOf { get; set; }

    /// <summary>
    /// Whether numbers that take no text message, such as those of landlines, are refused. Default true. Where a country's plan does not
    /// tell, it is tried.
    /// </summary>
    public bool MobileOnly { get; set; } = true;

    /// <summary>
    /// How many parts one message may have at most; each is paid for. Default 4: 612 characters of the SMS alphabet, or 268 others. A
    /// longer one fails for good.
    /// </summary>
    public int MaxSegments { get; set; } = 4;

    /// <summary>
    /// How long one message may take, from connecting to the whole answer. Default 15 seconds. Shorter than
    /// <c>TouchpointsOptions.SendDeadline</c>: it knows what was not sent yet, which that one does not.
    /// </summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Whether the gateway has to be spoken to over TLS. Default true; false is for one in the house. One on this machine needs none.
    /// </summary>
    public bool RequireTls { get; set; } = true;
}
