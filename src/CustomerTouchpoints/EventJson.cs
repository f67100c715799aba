using System.Text.Json;

namespace CustomerTouchpoints;

/// <summary>How records become event data: camel-case property names, as feeds and templates write them.</summary>
internal static class EventJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web);
}
