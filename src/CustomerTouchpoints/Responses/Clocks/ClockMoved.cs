using System.Text.Json;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Clocks;

/// <summary>A response clock was started, turned, put under another target, or has ended: where it stands now.</summary>
internal sealed record ClockMoved(JourneyClock Clock) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        journey.Remember((journey.Memory<ClockMemory>() ?? ClockMemory.Empty).With(Clock));
        journey.Touch(Clock);
    }
}
