using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Email.Words;
using MimeKit;

namespace CustomerTouchpoints.Email.Bounces;

/// <summary>Delivery status notifications by RFC 3464, as nearly all servers write them.</summary>
/// <remarks>Pure.</remarks>
internal static class DeliveryStatusShape
{
    private const int MostText = 8 * 1024;
    private const int MostGroups = 50;

    public static Finding? Read(MimeMessage message)
    {
        if (MailParts.Of(message).OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status)
        {
            return null;
        }

        HeaderList[] groups = [.. status.StatusGroups.Take(MostGroups)];
        HeaderList[] recipients = [.. groups.Where(group => group["Action"] is not null || group["Status"] is not null)];
        if (recipients.Length == 0)
        {
            return new Finding(MailKind.Bounce, null);
        }

        HeaderList about = recipients.FirstOrDefault(group => Word(group["Action"]) is "failed") ?? recipients[0];
        string said = ((about["Diagnostic-Code"] ?? "") + " " + (about["Status"] ?? "")).Trim();
        string diagnostic = Untyped(about["Diagnostic-Code"]);
        string? code = StatusCode.Better(StatusCode.In(about["Status"] ?? ""), StatusCode.In(diagnostic));
        string words = diagnostic.Length > 0 ? said : $"{said}\n{Explanation(message)}";
        return new Finding(
            MailKind.Bounce,
            Word(about["Action"]) switch
            {
                "delivered" => ReceiptKind.Delivered,
                "relayed" or "expanded" => null,
                "delayed" => ReceiptKind.SoftBounced,
                _ when code is ['2', ..] => ReceiptKind.Delivered,
                _ => BounceStrength.Of(code, words, isFinal: true),
            },
            Untyped(about["Original-Recipient"] ?? about["Final-Recipient"]) is { Length: > 0 } recipient ? recipient : null,
            code,
            diagnostic.Length > 0 ? diagnostic : about["Status"]
        );
    }

    /// <summary>What stands behind the type: <c>rfc822; ana@post.example</c>, <c>smtp; 550 …</c>.</summary>
    private static string Untyped(string? value) =>
        value is null ? ""
        : value.IndexOf(';', StringComparison.Ordinal) is var type and >= 0 and < 20 ? value[(type + 1)..].Trim()
        : value.Trim();

    private static string? Word(string? value) => value?.Split(' ', ';', '(')[0].Trim().ToLowerInvariant();

    /// <summary>What the server tells people, for where it says nothing to machines.</summary>
    private static string Explanation(MimeMessage message) =>
        MailParts.Of(message).OfType<TextPart>().FirstOrDefault() is { } text ? PartText.Of(text, MostText) : "";
}
