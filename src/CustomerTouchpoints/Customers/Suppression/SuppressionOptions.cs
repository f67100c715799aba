namespace CustomerTouchpoints.Customers;

/// <summary>How addresses that must not be written to are kept, and which messages each reason stops.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Checked when the host starts.</remarks>
public sealed class SuppressionOptions
{
    /// <summary>
    /// The key under which addresses are hashed: 32 bytes or more in Base64, the same on all hosts of a store. Null, the default: a key
    /// that the first host makes and keeps in the store; then whoever has the store can try addresses out.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// The key before, in Base64, as long as addresses are to be found that were hashed under it. Null, the default, for none. The key that
    /// lies in the store counts beside both.
    /// </summary>
    public string? FormerKey { get; set; }

    /// <summary>What a hard bounce stops. Default <see cref="SuppressionScope.Everything"/>.</summary>
    public SuppressionScope HardBounces { get; set; } = SuppressionScope.Everything;

    /// <summary>What a complaint stops. Default <see cref="SuppressionScope.Promotional"/>.</summary>
    public SuppressionScope Complaints { get; set; } = SuppressionScope.Promotional;

    /// <summary>What unsubscribing stops. Default <see cref="SuppressionScope.Promotional"/>.</summary>
    public SuppressionScope Unsubscribes { get; set; } = SuppressionScope.Promotional;

    /// <summary>What is stopped where somebody suppresses an address and does not say. Default
    /// <see cref="SuppressionScope.Everything"/>.</summary>
    public SuppressionScope Manual { get; set; } = SuppressionScope.Everything;

    /// <summary>What a reason stops.</summary>
    internal SuppressionScope ScopeOf(SuppressionReason reason) =>
        reason switch
        {
            SuppressionReason.HardBounce => HardBounces,
            SuppressionReason.Complaint => Complaints,
            SuppressionReason.Unsubscribed => Unsubscribes,
            _ => Manual,
        };
}
