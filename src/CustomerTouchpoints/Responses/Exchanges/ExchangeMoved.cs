using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Responses.Exchanges;

/// <summary>The exchange with the customer went on.</summary>
internal sealed record ExchangeMoved([property: JsonPropertyName("conversation")] Exchange Exchange) : Change
{
    public override void ApplyTo(JourneyBuilder journey, JsonElement? data) => journey.Remember(Exchange);
}
