using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CustomerTouchpoints.Http.Receipts;

/// <summary>Receipts of MessageBird, by GET or as a form. Pure functions; thread-safe.</summary>
public static class MessageBirdReceipts
{
    /// <summary>The header with the signature, a signed JWT.</summary>
    public const string SignatureHeader = "MessageBird-Signature-JWT";

    private const int Longest = 8192;
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    /// <summary>Whether MessageBird has signed a request, for now.</summary>
    /// <param name="signingKey">The account's signing key.</param>
    /// <param name="url">The whole URL as MessageBird called it, with its query; behind a proxy, the one outside.</param>
    /// <param name="body">The body's bytes; empty for a GET.</param>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>; null where there is none.</param>
    /// <param name="time">The time.</param>
    public static bool IsSigned(string signingKey, string url, ReadOnlySpan<byte> body, string? signature, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(signingKey);
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(time);
        if (signature is not { Length: <= Longest } || signature.Split('.') is not [var head, var claims, var mac])
        {
            return false;
        }

        byte[] expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(signingKey), Encoding.UTF8.GetBytes($"{head}.{claims}"));
        if (!ReceiptFields.AreEqual(Base64Url.EncodeToString(expected), mac))
        {
            return false;
        }

        // Its own word from here on, but for this request and for now only.
        try
        {
            using JsonDocument header = JsonDocument.Parse(Base64Url.DecodeFromChars(head));
            using JsonDocument claim = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
            return TextOf(header.RootElement, "alg") == "HS256"
                && TextOf(claim.RootElement, "iss") == "MessageBird"
                && TextOf(claim.RootElement, "url_hash") == HashOf(Encoding.UTF8.GetBytes(url))
                && TextOf(claim.RootElement, "payload_hash") == (body.IsEmpty ? null : HashOf(body))
                && IsFor(claim.RootElement, time.GetUtcNow());
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Reads one; null when it is none.</summary>
    public static SmsReceipt? Read(IEnumerable<KeyValuePair<string, string>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        KeyValuePair<string, string>[] all = [.. fields];
        string? error = ReceiptFields.Code(ReceiptFields.Find(all, "statusErrorCode"));
        SmsReceiptKind? kind = ReceiptFields.Find(all, "status") switch
        {
            "scheduled" or "sent" or "buffered" => SmsReceiptKind.OnItsWay,
            "delivered" => SmsReceiptKind.Delivered,
            "delivery_failed" => error is "1" or "9" ? SmsReceiptKind.NumberUnusable : SmsReceiptKind.NotDelivered,
            "expired" => SmsReceiptKind.NotDelivered,
            _ => null,
        };
        return kind is { } known && ReceiptFields.Find(all, "id") is { } reference ? new SmsReceipt(reference, known, error) : null;
    }

    private static bool IsFor(JsonElement claims, DateTimeOffset now) =>
        claims.TryGetProperty("nbf", out JsonElement from)
        && claims.TryGetProperty("exp", out JsonElement until)
        && from.TryGetInt64(out long begin)
        && until.TryGetInt64(out long end)
        && now.ToUnixTimeSeconds() >= begin - Leeway.TotalSeconds
        && now.ToUnixTimeSeconds() <= end + Leeway.TotalSeconds;

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
