using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CustomerTouchpoints.AspNetCore.Tests.Callbacks;

/// <summary>Requests as the gateways sign them.</summary>
internal static class Signed
{
    public const string Address = "https://shop.example/touchpoints/callbacks/";

    public static HttpRequestMessage Twilio(string token, string form, string query = "", string address = Address)
    {
        string[][] fields = [.. form.Split('&').Select(field => field.Split('='))];
        string text = $"{address}twilio{query}" + string.Concat(fields.OrderBy(f => f[0], StringComparer.Ordinal).Select(f => f[0] + f[1]));
        HttpRequestMessage request = Post($"twilio{query}", form);
#pragma warning disable CA5350 // It is Twilio's choice.
        request.Headers.Add(
            "X-Twilio-Signature",
            Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)))
        );
#pragma warning restore CA5350
        return request;
    }

    public static HttpRequestMessage Vonage(string secret, string fields, DateTimeOffset at)
    {
        string all = string.Create(CultureInfo.InvariantCulture, $"{fields}&timestamp={at.ToUnixTimeSeconds()}");
        string text = string.Concat(all.Split('&').Order(StringComparer.Ordinal).Select(field => "&" + field));
        string signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
        return new HttpRequestMessage(HttpMethod.Get, $"/touchpoints/callbacks/vonage?{all}&sig={signature}");
    }

    public static HttpRequestMessage MessageBird(string key, string form, DateTimeOffset at, string? sent = null)
    {
        string claims = string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"iss":"MessageBird","nbf":{{at.ToUnixTimeSeconds()}},"exp":{{at.AddMinutes(
                    1
                ).ToUnixTimeSeconds()}},"jti":"1","url_hash":"{{Hash(Address + "messagebird")}}","payload_hash":"{{Hash(form)}}"}
            """
        );
        string text = $"{Encode("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Encode(Encoding.UTF8.GetBytes(claims))}";
        HttpRequestMessage request = Post("messagebird", sent ?? form);
        request.Headers.Add(
            "MessageBird-Signature-JWT",
            $"{text}.{Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)))}"
        );
        return request;
    }

    public static HttpRequestMessage Post(string name, string form) =>
        new(HttpMethod.Post, $"/touchpoints/callbacks/{name}")
        {
            Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
