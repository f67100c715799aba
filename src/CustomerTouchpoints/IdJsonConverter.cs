using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints;

/// <summary>
/// Writes ids and channels in JSON as the one text that they are, and reads them from it. The types name it themselves: serializers need
/// not be told of it.
/// </summary>
/// <remarks>Thread-safe. A text that is no id of the type is a <see cref="JsonException"/>.</remarks>
public sealed class IdJsonConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => Find(typeToConvert) is not null;

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Find(typeToConvert);

    private static JsonConverter? Find(Type type) =>
        type == typeof(JourneyId) ? new Of<JourneyId>(JourneyId.Parse)
        : type == typeof(TouchpointId) ? new Of<TouchpointId>(TouchpointId.Parse)
        : type == typeof(ClockId) ? new Of<ClockId>(ClockId.Parse)
        : type == typeof(PromiseId) ? new Of<PromiseId>(PromiseId.Parse)
        : type == typeof(CustomerId) ? new Of<CustomerId>(text => new CustomerId(text))
        : type == typeof(Channel) ? new Of<Channel>(text => new Channel(text))
        : null;

    private sealed class Of<T>(Func<string, T> parse) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parsed(
                reader.TokenType == JsonTokenType.String
                    ? reader.GetString()!
                    : throw new JsonException($"A {typeof(T).Name} is written as a text; this is a {reader.TokenType}.")
            );

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parsed(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString()!);

        private T Parsed(string text)
        {
            try
            {
                return parse(text);
            }
            catch (ArgumentException cause)
            {
                throw new JsonException(cause.Message, cause);
            }
        }
    }
}
