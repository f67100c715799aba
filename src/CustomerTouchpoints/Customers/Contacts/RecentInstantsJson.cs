using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers.Contacts;

/// <summary>
/// Instants in ascending order: the first in microseconds since 1970, and then what lies between each and the one before.
/// </summary>
internal sealed class RecentInstantsJson : JsonConverter<ImmutableArray<DateTimeOffset>>
{
    public override ImmutableArray<DateTimeOffset> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ImmutableArray<DateTimeOffset>.Builder instants = ImmutableArray.CreateBuilder<DateTimeOffset>();
        long microseconds = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            microseconds += reader.GetInt64();
            instants.Add(Instants.FromMicroseconds(microseconds));
        }

        return instants.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<DateTimeOffset> value, JsonSerializerOptions options) =>
        Write(writer, value);

    /// <summary>Writes them where no serializer is at work.</summary>
    public static void Write(Utf8JsonWriter writer, ImmutableArray<DateTimeOffset> instants)
    {
        writer.WriteStartArray();
        long before = 0;
        foreach (DateTimeOffset instant in instants)
        {
            long microseconds = Instants.ToMicroseconds(instant);
            writer.WriteNumberValue(microseconds - before);
            before = microseconds;
        }

        writer.WriteEndArray();
    }
}
