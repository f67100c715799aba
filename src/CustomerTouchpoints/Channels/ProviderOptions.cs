namespace CustomerTouchpoints.Channels;

/// <summary>Which messages of a channel one of its providers gets.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed.</remarks>
public sealed class ProviderOptions
{
    /// <summary>
    /// Its share of the messages, beside the shares of the channel's other providers: 3 and 1 are three quarters and one. A message keeps
    /// its provider, on every host. From 0 to 1,000; 0, the default, gives it what others can't send, and the first provider everything
    /// where none has a share.
    /// </summary>
    public int Weight { get; set; }

    /// <summary>
    /// For which customers it can be used, such as those of a country. A pure function of the customer, called under the engine's locks: it
    /// must be quick; one that throws says no. Null, the default, for all.
    /// </summary>
    public Func<Customer, bool>? For { get; set; }

    /// <summary>
    /// How many messages it takes within a span, beside the rates of its channel; of several, each holds. Default: none. In configuration
    /// they are among those of the channel, with the provider's name.
    /// </summary>
    public IList<SendRate> Rates { get; } = [];
}
