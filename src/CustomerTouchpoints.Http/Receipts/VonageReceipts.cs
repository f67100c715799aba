using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CustomerTouchpoints.Http.Receipts;

/// <summary>Receipts of Vonage's SMS API, by GET or as a form. Pure functions; thread-safe.</summary>
public static class VonageReceipts
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether Vonage has signed a request, lately. The account's signature method has to be SHA-256 HMAC; without a signature in the
    /// account's settings no request has one.
    /// </summary>
    /// <param name="signatureSecret">The account's signature secret.</param>
    /// <param name="fields">The fields of the query or the form.</param>
    /// <param name="time">The time.</param>
    public static bool IsSigned(string signatureSecret, IEnumerable<KeyValuePair<string, string>> fields, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(signatureSecret);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(time);
        KeyValuePair<string, string>[] all = [.. fields];
        if (
            ReceiptFields.Find(all, "sig") is not { } signature
            || !long.TryParse(ReceiptFields.Find(all, "timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            || Math.Abs((decimal)seconds - time.GetUtcNow().ToUnixTimeSeconds()) > (decimal)Tolerance.TotalSeconds
        )
        {
            return false;
        }

        var signed = new StringBuilder();
        foreach ((string name, string value) in all.Where(field => field.Key != "sig").OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            signed.Append('&').Append(name).Append('=').Append(value.Replace('&', '_').Replace('=', '_'));
        }

        byte[] mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(signatureSecret), Encoding.UTF8.GetBytes(signed.ToString()));
        return ReceiptFields.AreEqual(Convert.ToHexStringLower(mac), signature.ToLowerInvariant());
    }

    /// <summary>Reads one; null when it is none.</summary>
    public static SmsReceipt? Read(IEnumerable<KeyValuePair<string, string>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        KeyValuePair<string, string>[] all = [.. fields];
        string? error = ReceiptFields.Code(ReceiptFields.Find(all, "err-code"));
        SmsReceiptKind? kind = ReceiptFields.Find(all, "status") switch
        {
            "accepted" or "buffered" or "unknown" => SmsReceiptKind.OnItsWay,
            "delivered" => SmsReceiptKind.Delivered,
            "failed" or "rejected" => error is "3" or "4" or "9" or "11" ? SmsReceiptKind.NumberUnusable : SmsReceiptKind.NotDelivered,
            "expired" => SmsReceiptKind.NotDelivered,
            _ => null,
        };
        return kind is { } known && ReceiptFields.Find(all, "messageId") is { } reference ? new SmsReceipt(reference, known, error) : null;
    }
}
