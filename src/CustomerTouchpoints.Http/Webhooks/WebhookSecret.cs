using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CustomerTouchpoints.Http.Webhooks;

/// <summary>One key, and the signatures it makes: HMAC-SHA256 over id, timestamp and body (Standard Webhooks, v1).</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class WebhookSecret
{
    public const string Version = "v1,";
    private const string Prefix = "whsec_";
    private const int Shortest = 24;
    private const int Longest = 64;

    private readonly byte[] key;

    private WebhookSecret(byte[] key) => this.key = key;

    /// <summary>Reads a secret as people write it; null when it is none. Its bytes are in no message.</summary>
    public static WebhookSecret? Read(string? text)
    {
        string encoded = text?.StartsWith(Prefix, StringComparison.Ordinal) == true ? text[Prefix.Length..] : "";
        return Base64.IsValid(encoded, out int length) && length is >= Shortest and <= Longest
            ? new WebhookSecret(Convert.FromBase64String(encoded))
            : null;
    }

    /// <summary>Says what a secret is, for a fault.</summary>
    public static string Shape => "a secret is whsec_ and the base64 of 24 to 64 random bytes";

    /// <summary>The signature, 32 bytes.</summary>
    public byte[] Sign(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    /// <summary>The header's value: each secret's signature, separated by blanks.</summary>
    public static string Header(IEnumerable<WebhookSecret> secrets, string id, long timestamp, byte[] body) =>
        string.Join(' ', secrets.Select(secret => Version + Convert.ToBase64String(secret.Sign(id, timestamp, body))));

    /// <summary>Says only that it is one.</summary>
    public override string ToString() => "(a secret)";
}
