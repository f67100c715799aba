using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CustomerTouchpoints.Knowledge.Storage;

/// <summary>Lists as JSON objects: a parameter of any length.</summary>
internal static class JsonObject
{
    public static string Of(IEnumerable<long> keys) => Of(keys.Select(key => (key.ToString(CultureInfo.InvariantCulture), 0)));

    public static string Of(IEnumerable<string> keys) => Of(keys.Select(key => (key, 0)));

    public static string Of(IEnumerable<(string Key, int Value)> pairs)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach ((string key, int value) in pairs)
            {
                json.WriteNumber(key, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
