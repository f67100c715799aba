using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CustomerTouchpoints.Decisions;

/// <summary>What a journey's events have brought: one JSON object, in which a newer property replaces an older one.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class JourneyData
{
    /// <summary>A thread keeps its room from one merge to the next; one that has become larger than this is replaced by the next merge.</summary>
    private const int LargestRoom = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? room;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

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

        ArrayBufferWriter<byte> buffer = room is { Capacity: <= LargestRoom } known ? known : room = new ArrayBufferWriter<byte>(1024);
        Utf8JsonWriter json = writer ??= new Utf8JsonWriter(buffer);
        buffer.ResetWrittenCount();
        json.Reset(buffer);
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
        json.Flush();
        return new JourneyData(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    public static JsonElement Parse(string text) => JsonElement.Parse(text);
}
