using System.Text.Json;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A rule had its occasion and said no; the reason tells why.</summary>
internal sealed record RuleDeclined(string Rule, Reason Reason) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        // The journal tells it; nothing in the journey follows from it.
    }
}
