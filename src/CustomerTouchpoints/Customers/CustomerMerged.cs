using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Customers.Preferences;

namespace CustomerTouchpoints.Customers;

/// <summary>The customer is somebody else, who goes on for both: this id is an alias from now on, for good.</summary>
internal sealed record CustomerMerged(CustomerId Into) : CustomerChange
{
    public override void Apply(CustomerBuilder customer)
    {
        (customer.MergedInto, customer.Traits, customer.Consents, customer.Preferences) = (
            Into,
            null,
            ConsentsGiven.None,
            PreferencesGiven.None
        );
        (customer.Values, customer.Complaints) = (ValuesSeen.None, OpenComplaints.None);
    }

    public override CustomerChange Erased() => this;
}
