using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>The entry's data became the journey's: over what was there, or only where nothing was.</summary>
internal sealed record DataMerged(bool OnlyMissing) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) =>
        journey.Data = data is { } added ? journey.Data.Merge(added, OnlyMissing) : journey.Data;
}
