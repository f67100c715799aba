namespace CustomerTouchpoints.Operations;

/// <summary>
/// What operators set beside the definitions, in configuration: limits, and rules switched off or with another timing. Changes are adopted
/// while the host runs, within a second: checked like a definition, as a whole, and recorded. A change that is faulty is refused, logged
/// and recorded, and what was adopted before stays.
/// </summary>
public sealed class OverrideOptions
{
    /// <summary>By channel, such as <c>email</c>.</summary>
    public IDictionary<string, ChannelOverride> Channels { get; } = new Dictionary<string, ChannelOverride>(StringComparer.Ordinal);

    /// <summary>What configuration says and nobody can read.</summary>
    internal IList<Fault> Unreadable { get; } = [];

    /// <summary>
    /// By lifecycle and rule, such as <c>order/order-shipped</c>; of a lifecycle with several versions, each that has the rule.
    /// </summary>
    public IDictionary<string, RuleOverride> Rules { get; } = new Dictionary<string, RuleOverride>(StringComparer.Ordinal);
}
