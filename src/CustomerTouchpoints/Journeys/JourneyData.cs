using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>What a journey's events have brought: one JSON object, in which a newer property replaces an older one.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class JourneyData
{
    private JsonElement? element;

    public JourneyData(string text) => Text = text;

    public static JourneyData Empty { get; } = new("{}");

    public string Text { get; }

    public JsonElement Element => element ??= Parse(Text);

    /// <summary>The data with an event's own on top; or, for a fact that came late, with only what was missing.</summary>
    public JourneyData Merge(JsonElement added, bool onlyMissing)
    {
        if (added.GetPropertyCount() == 0)
        {
            return this;
        }

        JsonBuffer room = JsonBuffer.Begin();
        Utf8JsonWriter json = room.Writer;
        (JsonElement winner, JsonElement other) = onlyMissing ? (Element, added) : (added, Element);
        json.WriteStartObject();
        foreach (JsonProperty property in winner.EnumerateObject())
        {
            property.WriteTo(json);
        }

        foreach (JsonProperty property in other.EnumerateObject())
        {
            if (!winner.TryGetProperty(property.Name, out _))
            {
                property.WriteTo(json);
            }
        }

        json.WriteEndObject();
        return new JourneyData(room.Take());
    }

    public static JsonElement Parse(string text) => JsonElement.Parse(text);
}
