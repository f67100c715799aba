using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>
/// Whoever plays a role was erased. What events have brought goes with them, all of it: nobody can tell whom a text is about.
/// </summary>
internal sealed record PartyErased(string Role) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        journey.Parties = [.. journey.Parties.Select(party => party.Role == Role ? party with { IsErased = true } : party)];
        journey.Data = JourneyData.Empty;
        journey.Parked = [.. journey.Parked.Select(parked => parked with { Data = IncomingEvent.EmptyObject })];
    }
}
