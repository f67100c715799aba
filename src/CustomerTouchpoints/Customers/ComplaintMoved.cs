namespace CustomerTouchpoints.Customers;

/// <summary>A complaint of the customer is open from now on, or no longer is.</summary>
internal sealed record ComplaintMoved(JourneyId Journey, bool IsOpen) : CustomerChange
{
    /// <summary>How many are kept.</summary>
    private const int Most = 64;

    public override void Apply(CustomerBuilder customer) =>
        customer.Complaints =
            !IsOpen ? customer.Complaints.Remove(Journey)
            : customer.Complaints.Contains(Journey) || customer.Complaints.Length >= Most ? customer.Complaints
            : customer.Complaints.Add(Journey).Sort((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));
}
