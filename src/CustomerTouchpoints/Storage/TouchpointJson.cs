using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage;

/// <summary>Reads and writes open touchpoints in the form that rows keep.</summary>
internal sealed class TouchpointJson : JsonConverter<OpenTouchpoint>
{
    public override OpenTouchpoint? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, RowJson.Default.TouchpointText)?.ToOpen();

    public override void Write(Utf8JsonWriter writer, OpenTouchpoint value, JsonSerializerOptions options) => writer.Write(value);
}
