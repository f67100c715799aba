using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Customers.Suppression;

/// <summary>What stands against an address.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Scope">Against which messages.</param>
/// <param name="Since">Since when.</param>
internal sealed record StandingSuppression(SuppressionReason Reason, SuppressionScope Scope, DateTimeOffset Since)
{
    /// <summary>Whether a message of a category must not go to the address.</summary>
    /// <param name="category">The category.</param>
    /// <param name="consent">What the customer said of such messages on the channel: who subscribes anew is told again.</param>
    public bool Stops(Category category, ConsentMark? consent) =>
        Scope switch
        {
            SuppressionScope.Everything => true,
            SuppressionScope.AllButTransactional => category != Category.Transactional,
            _ => category == Category.Promotional,
        } && !GivesWayTo(consent);

    /// <summary>Why, for the journal.</summary>
    public Reason Why =>
        Reason switch
        {
            SuppressionReason.HardBounce => SuppressionReasons.HardBounce,
            SuppressionReason.Complaint => SuppressionReasons.Complaint,
            SuppressionReason.Unsubscribed => SuppressionReasons.Unsubscribed,
            _ => SuppressionReasons.Manual,
        };

    private bool GivesWayTo(ConsentMark? consent) =>
        Reason == SuppressionReason.Unsubscribed && consent is { Decision: ConsentDecision.Granted, At: var at } && at > Since;
}
