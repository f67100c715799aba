using CustomerTouchpoints.Customers.Preferences;

namespace CustomerTouchpoints.Customers;

/// <summary>The customer said how they would rather be told. Kept for good: it is the evidence.</summary>
internal sealed record PreferencesSet(PreferencesGiven Preferences, string Source, string By) : CustomerChange
{
    public override void Apply(CustomerBuilder customer) => customer.Preferences = customer.Preferences.With(Preferences);
}
