using CustomerTouchpoints.Delivery;

namespace CustomerTouchpoints.Http.Receipts;

/// <summary>The receipts of one SMS gateway, as the library takes them in.</summary>
/// <param name="name">The gateway's name.</param>
/// <param name="secrets">Its secrets: several while one takes the place of another.</param>
/// <param name="isSigned">Whether a request was signed with a secret.</param>
/// <param name="read">Reads a request's fields.</param>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class SmsCallback(
    string name,
    IReadOnlyList<string> secrets,
    Func<string, CallbackRequest, bool> isSigned,
    Func<IEnumerable<KeyValuePair<string, string>>, SmsReceipt?> read
) : ICallback
{
    public string Name => name;

    public IReadOnlyList<Receipt>? Read(CallbackRequest request)
    {
        // Each is tried, so that the time tells nothing of which one fits.
        bool known = false;
        foreach (string secret in secrets)
        {
            known |= isSigned(secret, request);
        }

        return !known ? null
            : read(request.Fields) is { } receipt && KindOf(receipt.Kind) is { } kind
                ?
                [
                    new Receipt
                    {
                        Kind = kind,
                        Channel = Channel.Sms,
                        Reference = receipt.Reference,
                        Details = receipt.Error,
                    },
                ]
            : [];
    }

    private static ReceiptKind? KindOf(SmsReceiptKind kind) =>
        kind switch
        {
            SmsReceiptKind.Delivered => ReceiptKind.Delivered,
            SmsReceiptKind.Read => ReceiptKind.Read,
            SmsReceiptKind.NotDelivered => ReceiptKind.SoftBounced,
            SmsReceiptKind.NumberUnusable => ReceiptKind.HardBounced,
            _ => null,
        };
}
