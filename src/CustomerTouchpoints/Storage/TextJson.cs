using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Storage;

/// <summary>Values that are one text, written as that text.</summary>
internal static class TextJson
{
    public sealed class OfCustomerId : JsonConverter<CustomerId>
    {
        public override CustomerId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, CustomerId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    public sealed class OfChannel : JsonConverter<Channel>
    {
        public override Channel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Channel value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Name);
    }

    public sealed class OfJourneyId : JsonConverter<JourneyId>
    {
        public override JourneyId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JourneyId.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, JourneyId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
