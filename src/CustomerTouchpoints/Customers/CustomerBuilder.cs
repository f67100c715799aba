using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Customers.Preferences;

namespace CustomerTouchpoints.Customers;

/// <summary>A customer while changes are applied to them.</summary>
/// <param name="before">The customer before.</param>
internal sealed class CustomerBuilder(CustomerSnapshot before)
{
    public long Sequence { get; set; } = before.Sequence;

    public Traits? Traits { get; set; } = before.Traits;

    public RolesPlayed Roles { get; set; } = before.Roles;

    public ContactHistory Contacts { get; set; } = before.Contacts;

    public CapQueue Caps { get; set; } = before.Caps;

    public DigestSeats Digests { get; set; } = before.Digests;

    public OpenComplaints Complaints { get; set; } = before.Complaints;

    public ValuesSeen Values { get; set; } = before.Values;

    public ConsentsGiven Consents { get; set; } = before.Consents;

    public PreferencesGiven Preferences { get; set; } = before.Preferences;

    public DateTimeOffset? ErasedAt { get; set; } = before.ErasedAt;

    public CustomerId? MergedInto { get; set; } = before.MergedInto;

    /// <summary>The customer after everything that was applied.</summary>
    public CustomerSnapshot Build() =>
        new()
        {
            Id = before.Id,
            Sequence = Sequence,
            Traits = Traits,
            Roles = Roles,
            Contacts = Contacts,
            Caps = Caps,
            Digests = Digests,
            Values = Values,
            Complaints = Complaints,
            Consents = Consents,
            Preferences = Preferences,
            ErasedAt = ErasedAt,
            MergedInto = MergedInto,
        };
}
