using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Storage;

/// <summary>Instants as microseconds since 1970: short, exact to what stores keep, and equal everywhere.</summary>
internal sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Instants.FromMicroseconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Instants.ToMicroseconds(value));
}
