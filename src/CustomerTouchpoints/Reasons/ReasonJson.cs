using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Reasons;

/// <summary>A reason as one flat JSON object, in rows and in views alike.</summary>
internal sealed class ReasonJson : JsonConverter<Reason>
{
    public override Reason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReasonText.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, Reason value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Text, skipInputValidation: true);
}
