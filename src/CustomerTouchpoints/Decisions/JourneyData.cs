using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CustomerTouchpoints.Decisions;

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
        if (!added.EnumerateObject().Any())
        {
            return this;
        }

        var buffer = new ArrayBufferWriter<byte>(Text.Length + 256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            (JsonElement winner, JsonElement other) = onlyMissing ? (Element, added) : (added, Element);
            writer.WriteStartObject();
            foreach (JsonProperty property in winner.EnumerateObject())
            {
                property.WriteTo(writer);
            }

            foreach (JsonProperty property in other.EnumerateObject())
            {
                if (!winner.TryGetProperty(property.Name, out _))
                {
                    property.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return new JourneyData(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    public static JsonElement Parse(string text) => JsonElement.Parse(text);
}
