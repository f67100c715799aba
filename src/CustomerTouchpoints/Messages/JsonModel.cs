using System.Runtime.InteropServices;
using System.Text.Json;
using CustomerTouchpoints.Messages.Text;

namespace CustomerTouchpoints.Messages;

/// <summary>Turns JSON into what templates see: maps, lists and scalars, never live objects.</summary>
internal static class JsonModel
{
    /// <summary>Converts an object; anything else counts as an empty one.</summary>
    /// <exception cref="TemplateException">The data is too large or nests too deeply.</exception>
    public static Dictionary<string, object?> FromObject(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            return new Dictionary<string, object?>(StringComparer.Ordinal);
        }

        return JsonMarshal.GetRawUtf8Value(data).Length > MessageLimits.DataBytes
            ? throw new TemplateException($"the data is larger than {MessageLimits.DataBytes / 1024} KiB; raise less with the event.")
            : Map(data, 1);
    }

    private static object? Value(JsonElement value, int depth) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => Map(value, depth),
            JsonValueKind.Array => List(value, depth),
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => Number(value),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static object Number(JsonElement value) =>
        value.TryGetInt64(out long whole) ? whole
        : value.TryGetDecimal(out decimal exact) ? exact
        : value.GetDouble();

    private static Dictionary<string, object?> Map(JsonElement value, int depth)
    {
        CheckDepth(depth);
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (JsonProperty property in value.EnumerateObject())
        {
            map[property.Name] = Value(property.Value, depth + 1);
        }

        return map;
    }

    private static List<object?> List(JsonElement value, int depth)
    {
        CheckDepth(depth);
        var list = new List<object?>(value.GetArrayLength());
        foreach (JsonElement item in value.EnumerateArray())
        {
            list.Add(Value(item, depth + 1));
        }

        return list;
    }

    private static void CheckDepth(int depth)
    {
        if (depth > MessageLimits.DataDepth)
        {
            throw new TemplateException($"the data nests deeper than {MessageLimits.DataDepth} levels; raise flatter data with the event.");
        }
    }
}
