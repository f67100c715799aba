using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Customers.Preferences;

namespace CustomerTouchpoints.Customers;

/// <summary>
/// The customer was erased: nothing is known of them any more but how much they were told, and they are told nothing again.
/// </summary>
internal sealed record CustomerErased(DateTimeOffset At) : CustomerChange
{
    public override void Apply(CustomerBuilder customer)
    {
        (customer.ErasedAt, customer.Traits, customer.Consents, customer.Preferences, customer.Complaints) = (
            At,
            null,
            ConsentsGiven.None,
            PreferencesGiven.None,
            OpenComplaints.None
        );
        customer.Values = ValuesSeen.None;
    }

    public override CustomerChange Erased() => this;
}
