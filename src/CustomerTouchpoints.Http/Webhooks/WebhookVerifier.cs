using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace CustomerTouchpoints.Http.Webhooks;

/// <summary>Says whether a request was signed by somebody who knows a secret: the receiving side of Standard Webhooks.</summary>
/// <remarks>
/// Immutable; safe to share between threads. Compares in constant time. It remembers nothing: a request that was verified may be sent
/// again within the tolerance, so whoever acts on it keeps its <c>webhook-id</c> and acts once; <c>RaiseAsync</c> does, with that as the
/// event's id.
/// </remarks>
public sealed class WebhookVerifier
{
    /// <summary>The header with the message's id.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header with the time of the signature, in seconds since 1970.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The header with the signatures.</summary>
    public const string SignatureHeader = "webhook-signature";

    private const int SignatureLength = 32;
    private const int MostSignatures = 32;

    private readonly WebhookSecret[] secrets;
    private readonly TimeProvider time;
    private readonly TimeSpan tolerance;

    /// <summary>Knows secrets.</summary>
    /// <param name="secrets">The secrets, each <c>whsec_</c> and base64. Several while one takes the place of another.</param>
    /// <param name="time">The time.</param>
    /// <param name="tolerance">How far the time of the signature may be from now, to either side. Null, the default, is five
    /// minutes.</param>
    /// <exception cref="ArgumentException">There is no secret, or one can't be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is not more than nothing.</exception>
    public WebhookVerifier(IEnumerable<string> secrets, TimeProvider time, TimeSpan? tolerance = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(time);
        this.tolerance = tolerance ?? TimeSpan.FromMinutes(5);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(this.tolerance, TimeSpan.Zero, nameof(tolerance));
        this.time = time;
        this.secrets =
        [
            .. secrets.Select(text =>
                WebhookSecret.Read(text) ?? throw new ArgumentException($"A secret can't be read: {WebhookSecret.Shape}.", nameof(secrets))
            ),
        ];
        if (this.secrets.Length == 0)
        {
            throw new ArgumentException("There is no secret, so nothing could be told from a forgery. Give one.", nameof(secrets));
        }
    }

    /// <summary>Looks at one request.</summary>
    /// <param name="body">The body's bytes, as they came: what was parsed and written again has another signature.</param>
    /// <param name="id">The value of <see cref="IdHeader"/>; null where there is none.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>.</param>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>.</param>
    /// <returns>What is to be thought of it. Answer alike to all that is not verified.</returns>
    public WebhookVerdict Verify(ReadOnlySpan<byte> body, string? id, string? timestamp, string? signature)
    {
        if (
            string.IsNullOrEmpty(id)
            || string.IsNullOrEmpty(signature)
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        )
        {
            return WebhookVerdict.Incomplete;
        }

        // Compared as seconds: what is no date at all is no exception, either.
        if (Math.Abs((decimal)seconds - time.GetUtcNow().ToUnixTimeSeconds()) > (decimal)tolerance.TotalSeconds)
        {
            return WebhookVerdict.OutsideTolerance;
        }

        byte[][] given = [.. signature.Split(' ').Take(MostSignatures).Select(Signature).OfType<byte[]>()];
        bool matches = false;
        foreach (WebhookSecret secret in secrets)
        {
            byte[] expected = secret.Sign(id, seconds, body);
            foreach (byte[] each in given)
            {
                matches |= CryptographicOperations.FixedTimeEquals(expected, each);
            }
        }

        return matches ? WebhookVerdict.Verified : WebhookVerdict.WrongSignature;
    }

    private static byte[]? Signature(string text)
    {
        string encoded = text.StartsWith(WebhookSecret.Version, StringComparison.Ordinal) ? text[WebhookSecret.Version.Length..] : "";
        return Base64.IsValid(encoded, out int length) && length == SignatureLength ? Convert.FromBase64String(encoded) : null;
    }
}
