using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>A party heard of the journey.</summary>
internal sealed record PartyTold(string Role, DateTimeOffset At) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        foreach (Party party in journey.Parties)
        {
            if (party.Role == Role)
            {
                journey.Parties = journey.Parties.Replace(party, party with { ToldAt = At });
                return;
            }
        }
    }
}
