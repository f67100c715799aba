using System.Text.Json;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>A touchpoint was planned; one that carries its event's data takes it from the entry.</summary>
internal sealed record TouchpointPlanned(OpenTouchpoint Touchpoint) : Change
{
    public override Change Erased() => this with { Touchpoint = Touchpoint with { Reason = Touchpoint.Reason.Erased() } };

    public override void ApplyTo(JourneyBuilder journey, JsonElement? data)
    {
        journey.Remember(journey.TouchpointMemory.Plan(Touchpoint.CarriesData ? Touchpoint with { Data = data } : Touchpoint));
        journey.Touch(Touchpoint);
    }
}
