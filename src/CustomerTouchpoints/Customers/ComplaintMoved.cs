namespace CustomerTouchpoints.Customers;

/// <summary>A complaint of the customer is open from now on, or no longer is.</summary>
internal sealed record ComplaintMoved(JourneyId Journey, bool IsOpen) : CustomerChange
{
    public override void Apply(CustomerBuilder customer) => customer.Complaints = customer.Complaints.With(Journey, IsOpen);
}
