namespace CustomerTouchpoints.Customers;

/// <summary>What the directory could say of a customer at a moment.</summary>
internal abstract class Recipient
{
    private Recipient() { }

    /// <summary>The directory found them.</summary>
    public sealed class Known(Customer customer) : Recipient
    {
        private Traits? traits;

        public Customer Customer { get; } = customer;

        /// <summary>What decisions may know of them.</summary>
        public Traits Traits => traits ??= Traits.Of(Customer);
    }

    /// <summary>The directory answered, and has no such customer.</summary>
    public sealed class Nobody : Recipient;

    /// <summary>The directory did not answer in time.</summary>
    public sealed class Unavailable(Reason reason) : Recipient
    {
        public Reason Reason { get; } = reason;
    }
}
