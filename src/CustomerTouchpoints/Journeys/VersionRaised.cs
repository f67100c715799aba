using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>The journey follows another version, under its names.</summary>
/// <param name="Version">The version.</param>
/// <param name="States">The states that have another name now.</param>
/// <param name="Rules">The rules that have another key now.</param>
/// <param name="Templates">For each rule whose messages wait and which sends another template now, under the key that they have, that
/// template.</param>
/// <param name="Steps">For each step of the line before, its place now.</param>
internal sealed record VersionRaised(
    int Version,
    IReadOnlyDictionary<string, string> States,
    IReadOnlyDictionary<string, string> Rules,
    IReadOnlyDictionary<string, string> Templates,
    IReadOnlyList<int> Steps
) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        var names = new VersionNames(this, journey.Visits);
        journey.Version = Version;
        journey.State = journey.State is { } state ? names.OfScope(state) : null;
        journey.Mark = names.OfStep(journey.Mark);
        journey.Visits = names.Visits;
        journey.Timers = [.. journey.Timers.Select(names.Of)];
        foreach (JourneyMemory memory in journey.Memories)
        {
            journey.Remember(memory.Under(names));
        }
    }
}
