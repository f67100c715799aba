using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>What the template of a digest sees: <c>items</c>, each with what its own template would see.</summary>
internal static class DigestData
{
    /// <summary>How much the data of one digest takes at most, unless its first item alone takes more.</summary>
    public const int MostBytes = 256 << 10;

    private const string List = "items";

    /// <summary>The properties that are the library's own, and win over data of the same name.</summary>
    private static readonly string[] Own = ["journey", "rule", "template", "at"];

    /// <summary>As many items as one digest can have, in their order.</summary>
    /// <param name="lead">The one whose turn it is: it leaves now, whatever else has to wait for the next digest.</param>
    /// <param name="others">The others, in their order.</param>
    /// <param name="most">How many it has at most.</param>
    public static IReadOnlyList<GatheredItem> Choose(GatheredItem lead, IEnumerable<GatheredItem> others, int most)
    {
        List<GatheredItem> chosen = [lead];
        long size = lead.Data.GetRawText().Length;
        foreach (GatheredItem item in others)
        {
            size += item.Data.GetRawText().Length;
            if (chosen.Count == most || size > MostBytes)
            {
                break;
            }

            chosen.Add(item);
        }

        chosen.Sort();
        return chosen;
    }

    /// <summary>The data of items.</summary>
    public static JsonElement Of(IEnumerable<GatheredItem> items)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray(List);
        foreach (GatheredItem item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return Parse(buffer);
    }

    /// <summary>The data without some of its items.</summary>
    /// <param name="data">The data.</param>
    /// <param name="stays">Whether the item at a place stays.</param>
    public static JsonElement Without(JsonElement data, Func<int, bool> stays)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray(List);
        int place = 0;
        foreach (JsonElement item in data.GetProperty(List).EnumerateArray())
        {
            if (stays(place++))
            {
                item.WriteTo(json);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return Parse(buffer);
    }

    private static void Write(Utf8JsonWriter json, GatheredItem item)
    {
        json.WriteStartObject();
        foreach (JsonProperty property in item.Data.EnumerateObject())
        {
            if (!Own.Contains(property.Name))
            {
                property.WriteTo(json);
            }
        }

        json.WriteStartObject("journey");
        json.WriteString("id", item.Journey.ToString());
        json.WriteString("lifecycle", item.Journey.Lifecycle);
        json.WriteString("key", item.Journey.Key);
        json.WriteString("state", item.StateWords);
        json.WriteEndObject();
        json.WriteString("rule", item.Touchpoint.Rule);
        json.WriteString("template", item.Touchpoint.Template);
        json.WriteString("at", item.Touchpoint.Due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static JsonElement Parse(ArrayBufferWriter<byte> buffer) => JsonElement.Parse(buffer.WrittenSpan);
}
