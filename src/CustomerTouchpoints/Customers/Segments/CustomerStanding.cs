using CustomerTouchpoints.Customers.Contacts;

namespace CustomerTouchpoints.Customers;

/// <summary>
/// What a segment may look at: what is known of a customer at the moment of a decision, across all of their journeys.
/// </summary>
/// <remarks>Segments must be pure: no I/O, no clock, no randomness. One that throws faults its own event only.</remarks>
public sealed class CustomerStanding
{
    private readonly RolesPlayed roles;
    private readonly ContactHistory contacts;

    internal CustomerStanding(CustomerSnapshot customer, DateTimeOffset now)
    {
        roles = customer.Roles;
        contacts = customer.Contacts;
        Id = customer.Id;
        Customer = customer.Customer;
        HasOpenComplaint = !customer.Complaints.IsNone;
        Now = now;
    }

    /// <summary>The customer.</summary>
    public CustomerId Id { get; }

    /// <summary>What the host's directory said of them last, without name and addresses; null when it never said anything.</summary>
    public Customer? Customer { get; }

    /// <summary>The instant of the decision, by the engine's clock.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Whether a complaint of theirs is open, see <see cref="TouchpointsOptions.Complaints"/>.</summary>
    public bool HasOpenComplaint { get; }

    /// <summary>
    /// Whether they play more roles than the newest sixteen, over all lifecycles: <see cref="Journeys"/> leaves out the older ones.
    /// </summary>
    public bool HasOlderJourneys => roles.LeftOut > 0;

    /// <summary>
    /// When they took a role in each journey of a lifecycle, oldest first, as far as it is among the newest sixteen roles that they play.
    /// The journey that is decided about is one of them.
    /// </summary>
    /// <param name="lifecycle">The lifecycle's name, such as <c>order</c>.</param>
    public IReadOnlyList<DateTimeOffset> Journeys(string lifecycle) =>
        [
            .. roles
                .Newest.Where(role => role.Journey.Lifecycle == lifecycle)
                .GroupBy(role => role.Journey)
                .Select(journey => journey.Min(role => role.Since))
                .Order(),
        ];

    /// <summary>
    /// How many messages they were told after an instant: exact up to 64 of each category, topic and channel, and at least that where it is
    /// more.
    /// </summary>
    /// <param name="since">The instant.</param>
    /// <param name="category">The category; null, the default, for all.</param>
    /// <param name="channel">The channel; null, the default, for all.</param>
    /// <param name="topic">The name of the topic; null, the default, for all.</param>
    public int Messages(DateTimeOffset since, Category? category = null, Channel? channel = null, string? topic = null) =>
        contacts.After(since, category, channel, topic);
}
