namespace CustomerTouchpoints.Customers;

/// <summary>The host's directory said something else of the customer than before.</summary>
internal sealed record TraitsTold(Traits Traits) : CustomerChange
{
    public override void Apply(CustomerBuilder customer) => customer.Traits = Traits;
}
