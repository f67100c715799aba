using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Customers.Preferences;

namespace CustomerTouchpoints.Storage;

/// <summary>The part of a customer that is stored as the text of what they agreed to and want: what is empty is left out.</summary>
internal sealed record CustomerWishes(ConsentsGiven? Consents)
{
    public PreferencesGiven? Preferences { get; init; }
}
