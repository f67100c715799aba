using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>
/// What tells a repeat from a conflict: name and data. Time and parties may be told better the second time. How the JSON is written does
/// not matter: white space, escapes, the order of properties, zeros at the end of a number.
/// </summary>
internal static class EventFingerprint
{
    public static long Of(IncomingEvent fact)
    {
        JsonBuffer room = JsonBuffer.Begin();
        Write(room.Writer, fact.Data);
        return Hash(fact.Name, room.Written());
    }

    /// <summary>The fingerprint under which an earlier version has stored the event: there the order of properties mattered.</summary>
    public static long Former(IncomingEvent fact) => Hash(fact.Name, JsonSerializer.SerializeToUtf8Bytes(fact.Data));

    private static long Hash(string name, ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. data], hash);
        return BitConverter.ToInt64(hash);
    }

    private static void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (JsonProperty property in Ordered(value))
                {
                    json.WritePropertyName(property.Name);
                    Write(json, property.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.Number:
                WriteNumber(json, value);
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static IEnumerable<JsonProperty> Ordered(JsonElement value) =>
        value.GetPropertyCount() <= 1
            ? value.EnumerateObject()
            : value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal);

    /// <summary>1.50, 1.5 and 15e-1 are one number; what is no decimal is compared as it is written.</summary>
    private static void WriteNumber(Utf8JsonWriter json, JsonElement value)
    {
        string text = value.GetRawText();
        if (text.AsSpan().IndexOfAny("eE.") < 0 || !value.TryGetDecimal(out decimal number) || !IsExact(text))
        {
            value.WriteTo(json);
        }
        else
        {
            json.WriteNumberValue(number / 1.0000000000000000000000000000m);
        }
    }

    /// <summary>A decimal has 28 digits: a number of more may be rounded, and would be taken for its neighbour.</summary>
    private static bool IsExact(string text) => text.Count(char.IsAsciiDigit) <= 28;
}
