using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>A timer has done its work.</summary>
internal sealed record TimerCleared(string Key) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) =>
        journey.Timers = journey.Timers.Without(timer => timer.Key, Key);
}
