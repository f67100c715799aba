using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>A timer was started, or moved.</summary>
internal sealed record TimerSet(JourneyTimer Timer) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) =>
        journey.Timers = journey.Timers.Without(timer => timer.Key, Timer.Key).Add(Timer);
}
