namespace CustomerTouchpoints.Customers;

/// <summary>
/// A customer agreed to a kind of message, or does not want it any more: what is kept as evidence. Promotional messages need a grant;
/// transactional messages need none and can't be declined.
/// </summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record ConsentRecord
{
    /// <summary>Who said it.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>
    /// The kind of message. <see cref="Category.Service"/> only where <see cref="TouchpointsOptions.ServiceMayBeDeclined"/> is set, or the
    /// topic may be declined, and never <see cref="Category.Transactional"/>.
    /// </summary>
    public required Category Category { get; init; }

    /// <summary>
    /// The topic that it is about, one of <see cref="ICustomerWishes.Topics"/> and of this category; null, the default, for every message
    /// of the category. Who declined a topic agrees to it again by its name only; who declined the category since does not get the topic.
    /// </summary>
    public string? Topic { get; init; }

    /// <summary>The channel that it is about; null, the default, for every channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>What they said.</summary>
    public required ConsentDecision Decision { get; init; }

    /// <summary>Where they said it, such as <c>checkout</c> or <c>preference page</c>. 1 to 200 characters.</summary>
    public required string Source { get; init; }

    /// <summary>Who recorded it: the customer, or a representative on the phone. 1 to 200 characters.</summary>
    public required string By { get; init; }

    /// <summary>Which version of the words they agreed to, such as <c>newsletter-2026-03</c>; at most 200 characters. Null by default.
    /// </summary>
    public string? Wording { get; init; }

    /// <summary>When they said it; null, the default, for now. A time in the future counts as now.</summary>
    public DateTimeOffset? At { get; init; }
}
