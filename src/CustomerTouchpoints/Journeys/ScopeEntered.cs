using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>A state, superstate or "while open" began.</summary>
internal sealed record ScopeEntered(string Scope, int Visit, DateTimeOffset Since) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) =>
        journey.Visits = journey.Visits.Without(earlier => earlier.Scope, Scope).Add(new Visit(Scope, Visit, Since, true));
}
