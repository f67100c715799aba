using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>The entry's own event waits, with the entry's data, for the journey to open.</summary>
internal sealed record EventParked(string EventId, string Name, DateTimeOffset OccurredAt) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) =>
        journey.Parked = journey.Parked.Add(new ParkedEvent(EventId, Name, OccurredAt, data ?? IncomingEvent.EmptyObject));
}
