using System.Text;
using System.Text.Json.Nodes;
using CustomerTouchpoints.Http.Wires;

namespace CustomerTouchpoints.Http.Sms;

/// <summary>The request that a gateway's description makes of one message. Pure.</summary>
internal static class SmsRequest
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string JsonType = "application/json";

    public static WireRequest Of(SmsGateway gateway, SmsParts parts, DateTimeOffset now, TimeSpan deadline)
    {
        Uri url = UrlOf(gateway, parts) ?? throw new InvalidOperationException("The start checks that the gateway's URL is one.");
        (ReadOnlyMemory<byte>, string)? body =
            gateway.Json is { } json ? (Encoding.UTF8.GetBytes(Filled(JsonNode.Parse(json), parts)!.ToJsonString()), JsonType)
            : gateway.Form.Count > 0 ? (Encoding.ASCII.GetBytes(FormOf(gateway, parts)), FormType)
            : null;
        return new WireRequest
        {
            Url = url,
            Body = body,
            Headers = [("User-Agent", "CustomerTouchpoints"), .. gateway.Credentials?.HeadersOf(url, body?.Item1 ?? default, now) ?? []],
            Deadline = deadline,
            ReadsAnswer = gateway.Reference is not null || gateway.Error is not null,
        };
    }

    /// <summary>The URL; null when it is none.</summary>
    public static Uri? UrlOf(SmsGateway gateway, SmsParts parts) =>
        Uri.TryCreate(parts.Fill(gateway.Url, Uri.EscapeDataString), UriKind.Absolute, out Uri? url) ? url : null;

    private static string FormOf(SmsGateway gateway, SmsParts parts) =>
        string.Join(
            '&',
            from field in gateway.Form
            let value = parts.Fill(field.Value, same => same)
            where value.Length > 0
            select $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(value)}"
        );

    /// <summary>The same JSON with the places in its strings filled: a value is a value there, whatever it has in it.</summary>
    private static JsonNode? Filled(JsonNode? node, SmsParts parts) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(member => new KeyValuePair<string, JsonNode?>(member.Key, Filled(member.Value, parts)))
            ),
            JsonArray items => new JsonArray([.. items.Select(item => Filled(item, parts))]),
            JsonValue value when value.TryGetValue(out string? text) => JsonValue.Create(parts.Fill(text, same => same)),
            _ => node?.DeepClone(),
        };
}
