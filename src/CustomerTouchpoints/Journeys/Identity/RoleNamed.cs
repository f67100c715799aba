namespace CustomerTouchpoints.Journeys.Identity;

/// <summary>The host says who plays a role.</summary>
internal sealed record RoleNamed(string Role, CustomerId Customer) : Input
{
    public override void Decide(Deliberation deliberation) => Naming.Decide(deliberation, this);
}
