using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerTouchpoints.Bench;

namespace CustomerTouchpoints.Load.ByHand;

/// <summary>What both hand-written sides know of an order.</summary>
internal static class OrderStates
{
    private static readonly string[] Names = ["recorded", "validated", "prepared", "shipped", "delivered"];

    public static string Of(int step) => Names[step];

    public static string EventId(int order, int step) => string.Create(CultureInfo.InvariantCulture, $"{Names[step]}-{order}");

    public static string Data(int step) =>
        step switch
        {
            0 => JsonSerializer.Serialize(Story.Placed, JsonSerializerOptions.Web),
            1 => JsonSerializer.Serialize(Story.Paid, JsonSerializerOptions.Web),
            2 => JsonSerializer.Serialize(Story.Packed, JsonSerializerOptions.Web),
            3 => JsonSerializer.Serialize(Story.Shipped, JsonSerializerOptions.Web),
            _ => JsonSerializer.Serialize(Story.Delivered, JsonSerializerOptions.Web),
        };

    /// <summary>What is known of the order, with what an event adds: the mails need all of it.</summary>
    public static string Merged(string before, string added)
    {
        var all = (JsonObject)JsonNode.Parse(before)!;
        foreach ((string name, JsonNode? value) in (JsonObject)JsonNode.Parse(added)!)
        {
            all[name] = value?.DeepClone();
        }

        return all.ToJsonString();
    }
}
