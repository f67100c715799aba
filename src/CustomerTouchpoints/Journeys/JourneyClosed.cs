using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>The journey is closed where it stands: nobody is left to tell.</summary>
internal sealed record JourneyClosed : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) => journey.Standing = JourneyStanding.Closed;
}
