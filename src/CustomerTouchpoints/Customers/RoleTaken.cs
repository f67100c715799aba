namespace CustomerTouchpoints.Customers;

/// <summary>The customer plays a role in a journey from now on.</summary>
internal sealed record RoleTaken(JourneyId Journey, string Role, DateTimeOffset Since) : CustomerChange
{
    public override void Apply(CustomerBuilder customer) => customer.Roles = customer.Roles.With(new RolePlayed(Journey, Role, Since));
}
