using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>A state, superstate or "while open" ended, and with it its timers.</summary>
internal sealed record ScopeLeft(string Scope) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        foreach (Visit visit in journey.Visits)
        {
            if (visit.Scope == Scope)
            {
                journey.Visits = journey.Visits.Replace(visit, visit with { Lasts = false });
                break;
            }
        }

        journey.Timers = journey.Timers.Without(timer => timer.Scope, Scope);
    }
}
