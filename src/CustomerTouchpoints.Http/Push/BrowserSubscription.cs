using System.Security.Cryptography;
using System.Text.Json;
using CustomerTouchpoints.Http.Wires;

namespace CustomerTouchpoints.Http.Push;

/// <summary>A browser that asked to be told, as <c>PushSubscription.toJSON()</c> says it.</summary>
/// <param name="Endpoint">The push service's address for it. It comes from a stranger.</param>
/// <param name="P256dh">The browser's public key, in Base64url.</param>
/// <param name="Auth">What only the browser and we know, in Base64url.</param>
internal sealed record BrowserSubscription(Uri Endpoint, string P256dh, string Auth)
{
    /// <summary>How many browsers one customer has at most.</summary>
    public const int Most = 20;

    private const int LongestAddress = 64 * 1024;
    private const int LengthOfAuth = 16;

    /// <summary>Reads the address of a customer: one subscription, or a list of them.</summary>
    /// <param name="address">The address.</param>
    /// <param name="allowsLoopback">Whether a push service may be on this machine.</param>
    /// <param name="fault">What is wrong with it, as the end of a sentence that begins with it; null for nothing.</param>
    public static IReadOnlyList<BrowserSubscription> Read(string address, bool allowsLoopback, out string? fault)
    {
        if (address.Length > LongestAddress || address.Any(c => char.IsControl(c) || char.IsSurrogate(c)))
        {
            fault = "is too long, or has a control character or another that no subscription has";
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(address, new JsonDocumentOptions { MaxDepth = 8 });
            JsonElement[] all =
                document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray()] : [document.RootElement];
            fault = all.Length is 0 or > Most ? $"has no subscription, or more than {Most}" : null;
            if (fault is not null)
            {
                return [];
            }

            var read = new List<BrowserSubscription>(all.Length);
            foreach (JsonElement one in all)
            {
                if (Of(one, allowsLoopback, out fault) is not { } subscription)
                {
                    return [];
                }

                read.Add(subscription);
            }

            return read;
        }
        catch (JsonException)
        {
            fault = "is no JSON of a subscription";
            return [];
        }
    }

    /// <summary>Says only that it is one: an endpoint is a secret of the browser's.</summary>
    public override string ToString() => "(a subscription)";

    private static BrowserSubscription? Of(JsonElement json, bool allowsLoopback, out string? fault)
    {
        string? endpoint = TextOf(json, "endpoint");
        JsonElement keys = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("keys", out JsonElement found) ? found : default;
        if (endpoint is null || TextOf(keys, "p256dh") is not { } p256dh || TextOf(keys, "auth") is not { } auth)
        {
            fault = "has a subscription without endpoint, keys.p256dh or keys.auth";
            return null;
        }

        if (!IsPoint(p256dh) || VapidKeys.Bytes(auth, LengthOfAuth) is null)
        {
            fault = "has a subscription whose keys are none";
            return null;
        }

        Uri? url = EndpointUrl.Read(endpoint, allowsLoopback, out fault);
        fault = fault is null ? null : $"has an endpoint that {fault}";
        return url is null ? null : new BrowserSubscription(url, p256dh, auth);
    }

    private static string? TextOf(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>Whether it is a point of the curve: of another one, our part of the secret could be found out.</summary>
    private static bool IsPoint(string p256dh)
    {
        if (VapidKeys.Bytes(p256dh, VapidKeys.LengthOfPublic) is not { } point || point[0] != 4)
        {
            return false;
        }

        try
        {
            using var key = ECDiffieHellman.Create(
                new ECParameters
                {
                    Curve = ECCurve.NamedCurves.nistP256,
                    Q = new ECPoint { X = point[1..33], Y = point[33..] },
                }
            );
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
