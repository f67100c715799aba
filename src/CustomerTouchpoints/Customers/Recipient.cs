namespace CustomerTouchpoints.Customers;

/// <summary>What the directory could say of a customer at a moment.</summary>
internal abstract record Recipient
{
    private Recipient()
    {
    }

    /// <summary>The directory found them.</summary>
    public sealed record Known(Customer Customer) : Recipient;

    /// <summary>The directory answered, and has no such customer.</summary>
    public sealed record Nobody : Recipient;

    /// <summary>The directory did not answer in time.</summary>
    public sealed record Unavailable(string Reason) : Recipient;
}
