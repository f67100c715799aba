namespace CustomerTouchpoints.Channels;

/// <summary>
/// How many messages may be sent within a span: what a provider allows, such as 14 a second or 50,000 a day. It holds in each span of that
/// length, wherever it begins; for all hosts that share a store together; and across restarts.
/// </summary>
/// <remarks>
/// Not thread-safe: it is filled once, while the host's services are composed, and checked when the host starts. What is counted is calls
/// of the sender: each try, repeats included. A message that has to wait is held; it leaves by the priority of its rule, then by its age.
/// </remarks>
public sealed class SendRate
{
    /// <summary>A rate that is bound to configuration.</summary>
    public SendRate() { }

    /// <summary>So many messages within a span.</summary>
    /// <param name="most">How many at most. From 1 to 10,000,000.</param>
    /// <param name="within">The span. From a tenth of a second to 31 days.</param>
    public SendRate(int most, TimeSpan within) => (Most, Within) = (most, within);

    /// <summary>How many messages at most. From 1 to 10,000,000; no default.</summary>
    public int Most { get; set; }

    /// <summary>The span. From a tenth of a second to 31 days. Default one second.</summary>
    public TimeSpan Within { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// For which provider of the channel it is. Null, the default: for all of them together, or, among the options of a provider, for that
    /// one.
    /// </summary>
    public string? Provider { get; set; }

    /// <summary>
    /// The sender identity that it belongs to, such as an address, a number, or an account: channels and providers that name the same one
    /// share its rate. Up to 100 characters. Null, the default: it is counted for the channel, or the provider, alone.
    /// </summary>
    public string? Identity { get; set; }
}
