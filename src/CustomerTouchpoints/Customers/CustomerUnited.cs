using System.Text.Json.Serialization;
using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Customers.Preferences;

namespace CustomerTouchpoints.Customers;

/// <summary>
/// Another one turned out to be this customer: what they were told and what they said counts here, too. Their roles come one by one, as
/// their journeys are taken over.
/// </summary>
/// <param name="From">The other, an alias from now on.</param>
/// <param name="Contacts">What they were told.</param>
/// <param name="Consents">What they said last.</param>
internal sealed record CustomerUnited(CustomerId From, ContactHistory Contacts, ConsentsGiven Consents) : CustomerChange
{
    /// <summary>How they said that they would rather be told; null where they never did.</summary>
    public PreferencesGiven? Preferences { get; init; }

    /// <summary>Their complaints that were open; null where there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OpenComplaints? Complaints { get; init; }

    /// <summary>Which added value they have seen; null for none.</summary>
    public ValuesSeen? Values { get; init; }

    public override void Apply(CustomerBuilder customer)
    {
        customer.Complaints = Complaints is null ? customer.Complaints : customer.Complaints.UnitedWith(Complaints);
        customer.Contacts = customer.Contacts.With(Contacts);
        customer.Consents = customer.Consents.UnitedWith(Consents);
        customer.Values = Values is null ? customer.Values : customer.Values.With(Values);
        customer.Preferences = Preferences is null ? customer.Preferences : customer.Preferences.UnitedWith(Preferences);
    }

    public override CustomerChange Erased() =>
        this with
        {
            Consents = ConsentsGiven.None,
            Preferences = null,
            Values = null,
            Complaints = null,
        };
}
