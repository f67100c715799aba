namespace CustomerTouchpoints.Customers;

/// <summary>The customer was told something, or may have been: an attempt was accepted, or nobody knows.</summary>
/// <param name="Category">What kind of message it was.</param>
/// <param name="Channel">The channel that it took.</param>
/// <param name="At">When it was known to be sent, or to be unknown.</param>
/// <param name="Topic">The topic that it was about; null where its rule names none.</param>
internal sealed record Contacted(Category Category, Channel Channel, DateTimeOffset At, string? Topic = null) : CustomerChange
{
    public override void Apply(CustomerBuilder customer) => customer.Contacts = customer.Contacts.With(Category, Channel, At, Topic);
}
