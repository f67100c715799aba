using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>A parked event was applied.</summary>
internal sealed record EventUnparked(string EventId) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) =>
        journey.Parked = journey.Parked.Without(parked => parked.Id, EventId);
}
