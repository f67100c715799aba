using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>The journey is now in this state.</summary>
internal sealed record Arrived(string State, JourneyStanding Standing, int Mark) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) =>
        (journey.State, journey.Standing, journey.Mark) = (State, Standing, Mark);
}
