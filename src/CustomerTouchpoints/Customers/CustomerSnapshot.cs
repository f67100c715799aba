using CustomerTouchpoints.Customers.Consent;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Customers.Preferences;

namespace CustomerTouchpoints.Customers;

/// <summary>
/// One customer as the library knows them: what their changes, folded in order, give. Small, however long the customer has been one.
/// </summary>
/// <remarks>Immutable; what follows from a change is made by a <see cref="CustomerBuilder"/>.</remarks>
internal sealed record CustomerSnapshot
{
    public required CustomerId Id { get; init; }

    /// <summary>
    /// The number of the last entry of the customer's own journal. What a journey's journal tells of them does not count here.
    /// </summary>
    public long Sequence { get; init; }

    /// <summary>What the host's directory said last; null when it never said anything.</summary>
    public Traits? Traits { get; init; }

    /// <summary>The roles that they play in journeys.</summary>
    public RolesPlayed Roles { get; init; } = RolesPlayed.None;

    /// <summary>What they were told.</summary>
    public ContactHistory Contacts { get; init; } = ContactHistory.None;

    /// <summary>What is on its way to them, and what waits for room under the caps.</summary>
    public CapQueue Caps { get; init; } = CapQueue.Empty;

    /// <summary>Which added value they have seen.</summary>
    public ValuesSeen Values { get; init; } = ValuesSeen.None;

    /// <summary>What waits in their digests.</summary>
    public DigestSeats Digests { get; init; } = DigestSeats.Empty;

    /// <summary>Their complaints that are open.</summary>
    public OpenComplaints Complaints { get; init; } = OpenComplaints.None;

    /// <summary>What they agreed to, and what they do not want.</summary>
    public ConsentsGiven Consents { get; init; } = ConsentsGiven.None;

    /// <summary>How they would rather be told.</summary>
    public PreferencesGiven Preferences { get; init; } = PreferencesGiven.None;

    /// <summary>When they were erased: they are told nothing any more; null when they were not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Who they turned out to be, and who goes on for both; null when they are nobody else.</summary>
    public CustomerId? MergedInto { get; init; }

    /// <summary>Whether nothing is to be noted of them under this id any more.</summary>
    public bool IsStone => ErasedAt is not null || MergedInto is not null;

    /// <summary>What decisions may know of them, without name and addresses; null when the directory never said anything.</summary>
    public Customer? Customer => Traits?.For(Id);

    /// <summary>Somebody of whom nothing is known yet.</summary>
    public static CustomerSnapshot Unheard(CustomerId id) => new() { Id = id };

    /// <summary>The customer after a change.</summary>
    public CustomerSnapshot Apply(CustomerChange change)
    {
        var builder = new CustomerBuilder(this);
        change.Apply(builder);
        return builder.Build();
    }

    /// <summary>The customer after an entry of their own journal.</summary>
    public CustomerSnapshot Apply(CustomerEntry entry)
    {
        var builder = new CustomerBuilder(this) { Sequence = entry.Sequence };
        foreach (CustomerChange change in entry.Changes)
        {
            change.Apply(builder);
        }

        return builder.Build();
    }
}
