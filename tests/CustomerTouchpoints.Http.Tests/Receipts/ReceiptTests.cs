using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CustomerTouchpoints.Http.Receipts;
using Microsoft.Extensions.Time.Testing;

namespace CustomerTouchpoints.Http.Tests.Receipts;

/// <summary>What gateways report, and whether it is they who report it.</summary>
public sealed class ReceiptTests
{
    private const string Url = "https://lumen.example/receipts?shop=7";

    private static readonly FakeTimeProvider Time = new(Some.Now);

    [TestCase("MessageSid=SM7&MessageStatus=sent", SmsReceiptKind.OnItsWay, null)]
    [TestCase("MessageSid=SM7&MessageStatus=delivered&ErrorCode=0", SmsReceiptKind.Delivered, null)]
    [TestCase("MessageSid=SM7&MessageStatus=read", SmsReceiptKind.Read, null)]
    [TestCase("MessageSid=SM7&MessageStatus=undelivered&ErrorCode=30003", SmsReceiptKind.NotDelivered, "30003")]
    [TestCase("MessageSid=SM7&MessageStatus=undelivered&ErrorCode=30005", SmsReceiptKind.NumberUnusable, "30005")]
    [TestCase("MessageSid=SM7&MessageStatus=failed", SmsReceiptKind.NotDelivered, null)]
    public void Twilio_reports(string form, SmsReceiptKind kind, string? error) =>
        Assert.That(TwilioReceipts.Read(Fields(form)), Is.EqualTo(new SmsReceipt("SM7", kind, error)));

    [TestCase("messageId=SM7&status=buffered&err-code=0", SmsReceiptKind.OnItsWay, null)]
    [TestCase("messageId=SM7&status=delivered&err-code=0", SmsReceiptKind.Delivered, null)]
    [TestCase("messageId=SM7&status=expired&err-code=2", SmsReceiptKind.NotDelivered, "2")]
    [TestCase("messageId=SM7&status=failed&err-code=9", SmsReceiptKind.NumberUnusable, "9")]
    public void Vonage_reports(string form, SmsReceiptKind kind, string? error) =>
        Assert.That(VonageReceipts.Read(Fields(form)), Is.EqualTo(new SmsReceipt("SM7", kind, error)));

    [TestCase("id=SM7&status=sent", SmsReceiptKind.OnItsWay, null)]
    [TestCase("id=SM7&status=delivered&statusErrorCode=0", SmsReceiptKind.Delivered, null)]
    [TestCase("id=SM7&status=delivery_failed&statusErrorCode=27", SmsReceiptKind.NotDelivered, "27")]
    [TestCase("id=SM7&status=delivery_failed&statusErrorCode=1", SmsReceiptKind.NumberUnusable, "1")]
    public void MessageBird_reports(string form, SmsReceiptKind kind, string? error) =>
        Assert.That(MessageBirdReceipts.Read(Fields(form)), Is.EqualTo(new SmsReceipt("SM7", kind, error)));

    [TestCase("")]
    [TestCase("MessageStatus=delivered&status=delivered")]
    [TestCase("MessageSid=SM7&messageId=SM7&id=SM7")]
    [TestCase("MessageSid=SM7&messageId=SM7&id=SM7&MessageStatus=nonsense&status=nonsense")]
    [TestCase("MessageSid=SM7&MessageSid=SM8&messageId=1&messageId=2&id=1&id=2&MessageStatus=delivered&status=delivered")]
    [TestCase("MessageSid=%00&messageId=%0a&id=%7f&MessageStatus=delivered&status=delivered")]
    public void What_is_no_receipt_is_none(string form) =>
        Assert.That(
            (TwilioReceipts.Read(Fields(form)), VonageReceipts.Read(Fields(form)), MessageBirdReceipts.Read(Fields(form))),
            Is.EqualTo((default(SmsReceipt), default(SmsReceipt), default(SmsReceipt)))
        );

    [Test]
    public void Twilios_own_vector_is_verified_and_nothing_else()
    {
        const string At = "https://mycompany.com/myapp.php?foo=1&bar=2";
        const string Signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
        KeyValuePair<string, string>[] form = Fields(
            "CallSid=CA1234567890ABCDE&Digits=1234&From=%2B14158675309&To=%2B18005551212&Caller=%2B14158675309"
        );

        Assert.That(TwilioReceipts.IsSigned("12345", At, form, Signature), Is.True);
        Assert.That(TwilioReceipts.IsSigned("12346", At, form, Signature), Is.False);
        Assert.That(TwilioReceipts.IsSigned("12345", At + "&x", form, Signature), Is.False);
        Assert.That(TwilioReceipts.IsSigned("12345", At, form[1..], Signature), Is.False);
        Assert.That(TwilioReceipts.IsSigned("12345", At, form, Signature[..^1]), Is.False);
        Assert.That(TwilioReceipts.IsSigned("12345", At, form, null), Is.False);
    }

    [Test]
    public void Vonages_signature_is_verified_within_five_minutes()
    {
        long now = Some.Now.ToUnixTimeSeconds();
        const string Secret = "a signature secret";
        string Mac(string signed) =>
            Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed)));
        KeyValuePair<string, string>[] Signed(long at) =>
            [
                .. Fields($"status=delivered&messageId=SM7&text=a%26b%3Dc&timestamp={at}"),
                new("sig", Mac($"&messageId=SM7&status=delivered&text=a_b_c&timestamp={at}")),
            ];

        Assert.That(VonageReceipts.IsSigned(Secret, Signed(now), Time), Is.True);
        Assert.That(VonageReceipts.IsSigned(Secret, Signed(now - 300), Time), Is.True);
        Assert.That(VonageReceipts.IsSigned(Secret, Signed(now - 301), Time), Is.False);
        Assert.That(VonageReceipts.IsSigned(Secret, Signed(now + 301), Time), Is.False);
        Assert.That(VonageReceipts.IsSigned("another", Signed(now), Time), Is.False);
        Assert.That(VonageReceipts.IsSigned(Secret, [.. Signed(now), new("status", "failed")], Time), Is.False);
        Assert.That(VonageReceipts.IsSigned(Secret, Signed(now)[..^1], Time), Is.False);
    }

    [Test]
    public void MessageBirds_signature_is_verified_for_this_request_and_now()
    {
        byte[] body = Encoding.UTF8.GetBytes("id=SM7&status=delivered");
        string Token(
            string algorithm = "HS256",
            string issuer = "MessageBird",
            string at = Url,
            byte[]? of = null,
            int from = -10,
            int until = 50
        )
        {
            long now = Some.Now.ToUnixTimeSeconds();
            string payload = of is null ? "" : $",\"payload_hash\":\"{Convert.ToHexStringLower(SHA256.HashData(of))}\"";
            string urlHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(at)));
            string claims =
                $$"""{"iss":"{{issuer}}","nbf":{{now + from}},"exp":{{now + until}},"jti":"1","url_hash":"{{urlHash}}"{{payload}}}""";
            string signed = $"{Encoded($$"""{"alg":"{{algorithm}}","typ":"JWT"}""")}.{Encoded(claims)}";
            return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes(signed)))}";
        }

        Assert.That(MessageBirdReceipts.IsSigned("key", Url, [], Token(), Time), Is.True);
        Assert.That(MessageBirdReceipts.IsSigned("key", Url, body, Token(of: body), Time), Is.True);
        Assert.That(MessageBirdReceipts.IsSigned("other", Url, [], Token(), Time), Is.False);
        Assert.That(MessageBirdReceipts.IsSigned("key", Url + "&x", [], Token(), Time), Is.False);
        Assert.That(MessageBirdReceipts.IsSigned("key", Url, body, Token(), Time), Is.False);
        Assert.That(MessageBirdReceipts.IsSigned("key", Url, [], Token(of: body), Time), Is.False);
        Assert.That(MessageBirdReceipts.IsSigned("key", Url, [], Token(algorithm: "none"), Time), Is.False);
        Assert.That(MessageBirdReceipts.IsSigned("key", Url, [], Token(issuer: "Mallory"), Time), Is.False);
        Assert.That(MessageBirdReceipts.IsSigned("key", Url, [], Token(until: -61), Time), Is.False);
        Assert.That(MessageBirdReceipts.IsSigned("key", Url, [], Token(from: 61), Time), Is.False);
        Assert.That(MessageBirdReceipts.IsSigned("key", Url, [], null, Time), Is.False);
        Assert.That(MessageBirdReceipts.IsSigned("key", Url, [], "a.b", Time), Is.False);
    }

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static KeyValuePair<string, string>[] Fields(string form) =>
        [
            .. form.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(field => field.Split('='))
                .Select(field => new KeyValuePair<string, string>(field[0], Uri.UnescapeDataString(field[1]))),
        ];
}
