using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CustomerTouchpoints.Http.Receipts;

/// <summary>Receipts of Twilio: its status callbacks. Pure functions; thread-safe.</summary>
public static class TwilioReceipts
{
    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "X-Twilio-Signature";

    /// <summary>Whether Twilio has signed a request. What is not signed by it is from a stranger: answer it with a plain 403.</summary>
    /// <param name="authToken">The account's token.</param>
    /// <param name="url">The whole URL as Twilio called it, with its query; behind a proxy, the one outside.</param>
    /// <param name="form">The fields of the form.</param>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>; null where there is none.</param>
    [SuppressMessage("Security", "CA5350", Justification = "It is Twilio's choice; HMAC-SHA1 is not broken.")]
    public static bool IsSigned(string authToken, string url, IEnumerable<KeyValuePair<string, string>> form, string? signature)
    {
        ArgumentException.ThrowIfNullOrEmpty(authToken);
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(form);
        var signed = new StringBuilder(url);
        foreach ((string name, string value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            signed.Append(name).Append(value);
        }

        byte[] mac = HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString()));
        return signature is not null && ReceiptFields.AreEqual(Convert.ToBase64String(mac), signature);
    }

    /// <summary>Reads one; null when it is none.</summary>
    public static SmsReceipt? Read(IEnumerable<KeyValuePair<string, string>> form)
    {
        ArgumentNullException.ThrowIfNull(form);
        KeyValuePair<string, string>[] fields = [.. form];
        string? error = ReceiptFields.Code(ReceiptFields.Find(fields, "ErrorCode"));
        SmsReceiptKind? kind = ReceiptFields.Find(fields, "MessageStatus") switch
        {
            "accepted" or "scheduled" or "queued" or "sending" or "sent" => SmsReceiptKind.OnItsWay,
            "delivered" => SmsReceiptKind.Delivered,
            "read" => SmsReceiptKind.Read,
            "undelivered" or "failed" => error is "21211" or "21610" or "21614" or "30004" or "30005" or "30006"
                ? SmsReceiptKind.NumberUnusable
                : SmsReceiptKind.NotDelivered,
            "canceled" => SmsReceiptKind.NotDelivered,
            _ => null,
        };
        return kind is { } known && ReceiptFields.Find(fields, "MessageSid") is { } reference
            ? new SmsReceipt(reference, known, error)
            : null;
    }
}
