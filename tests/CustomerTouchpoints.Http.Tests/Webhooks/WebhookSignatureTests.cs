using System.Globalization;
using System.Text;
using CustomerTouchpoints.Http.Tests.Wires;
using CustomerTouchpoints.Http.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace CustomerTouchpoints.Http.Tests.Webhooks;

/// <summary>Signatures, made and verified, against the published vector and the StandardWebhooks package, both ways.</summary>
public sealed class WebhookSignatureTests
{
    private const string VectorSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string VectorId = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string VectorTimestamp = "1614265330";
    private const string VectorBody = """{"test": 2432232314}""";
    private const string VectorSignature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static readonly FakeTimeProvider VectorTime = new(DateTimeOffset.FromUnixTimeSeconds(1614265330));

    [Test]
    public void The_published_vector_is_made_and_verified()
    {
        string made = WebhookSecret.Header([WebhookSecret.Read(VectorSecret)!], VectorId, 1614265330, Encoding.UTF8.GetBytes(VectorBody));

        Assert.That(made, Is.EqualTo(VectorSignature));
        Assert.That(Verify([VectorSecret], VectorTimestamp, VectorSignature), Is.EqualTo(WebhookVerdict.Verified));
    }

    [Test]
    public async Task What_we_send_the_package_verifies_with_each_of_the_secrets()
    {
        await using RawServer server = RawServer.Answering("200 OK");
        using Webhook webhook = new(options => options.Secrets.Add(Some.OtherSecret));
        webhook.Time.AdjustTime(TimeProvider.System.GetUtcNow());

        await webhook.Sender.SendAsync(Some.Message(server.Url), CancellationToken.None);

        RawRequest request = server.Requests.Single();
        string[] signatures = request["webhook-signature"]!.Split(' ');
        Assert.That(signatures, Has.Length.EqualTo(2));
        foreach ((string secret, string signature) in ((string[])[Some.Secret, Some.OtherSecret]).Zip(signatures))
        {
            // One at a time: of several signatures the package (1.1.2) never looks at the last.
            var headers = new HeaderDictionary
            {
                ["webhook-id"] = request["webhook-id"],
                ["webhook-timestamp"] = request["webhook-timestamp"],
                ["webhook-signature"] = signature,
            };
            Assert.That(() => new StandardWebhook(secret).Verify(request.Text, headers), Throws.Nothing);
            Assert.That(
                () => new StandardWebhook(secret).Verify(request.Text + " ", headers),
                Throws.TypeOf<WebhookVerificationException>()
            );
        }
    }

    [Test]
    public void What_the_package_signs_we_verify()
    {
        DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(1614265330);
        string signature = new StandardWebhook(Some.Secret).Sign(VectorId, now, VectorBody);

        Assert.That(Verify([Some.OtherSecret, Some.Secret], VectorTimestamp, signature), Is.EqualTo(WebhookVerdict.Verified));
        Assert.That(Verify([Some.OtherSecret], VectorTimestamp, signature), Is.EqualTo(WebhookVerdict.WrongSignature));
    }

    [TestCase(-301, WebhookVerdict.OutsideTolerance)]
    [TestCase(-300, WebhookVerdict.Verified)]
    [TestCase(300, WebhookVerdict.Verified)]
    [TestCase(301, WebhookVerdict.OutsideTolerance)]
    public void Five_minutes_are_tolerated_to_either_side(int late, WebhookVerdict verdict)
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1614265330 + late));

        Assert.That(Verify([VectorSecret], VectorTimestamp, VectorSignature, time), Is.EqualTo(verdict));
    }

    [TestCase(null, VectorTimestamp, VectorSignature, WebhookVerdict.Incomplete)]
    [TestCase("", VectorTimestamp, VectorSignature, WebhookVerdict.Incomplete)]
    [TestCase(VectorId, null, VectorSignature, WebhookVerdict.Incomplete)]
    [TestCase(VectorId, "", VectorSignature, WebhookVerdict.Incomplete)]
    [TestCase(VectorId, "1614265330.0", VectorSignature, WebhookVerdict.Incomplete)]
    [TestCase(VectorId, " 1614265330", VectorSignature, WebhookVerdict.Incomplete)]
    [TestCase(VectorId, "-1614265330", VectorSignature, WebhookVerdict.Incomplete)]
    [TestCase(VectorId, "9223372036854775807", VectorSignature, WebhookVerdict.OutsideTolerance)]
    [TestCase(VectorId, "1614265331", VectorSignature, WebhookVerdict.WrongSignature)]
    [TestCase("msg_other", VectorTimestamp, VectorSignature, WebhookVerdict.WrongSignature)]
    [TestCase(VectorId, VectorTimestamp, null, WebhookVerdict.Incomplete)]
    [TestCase(VectorId, VectorTimestamp, "v1,", WebhookVerdict.WrongSignature)]
    [TestCase(VectorId, VectorTimestamp, "v1,====", WebhookVerdict.WrongSignature)]
    [TestCase(VectorId, VectorTimestamp, "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookVerdict.WrongSignature)]
    [TestCase(VectorId, VectorTimestamp, "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookVerdict.WrongSignature)]
    [TestCase(VectorId, VectorTimestamp, "v1,nonsense v2,x " + VectorSignature, WebhookVerdict.Verified)]
    public void Headers_that_are_missing_or_altered_are_not_verified(string? id, string? time, string? signature, WebhookVerdict verdict) =>
        Assert.That(
            new WebhookVerifier([VectorSecret], VectorTime).Verify(Encoding.UTF8.GetBytes(VectorBody), id, time, signature),
            Is.EqualTo(verdict)
        );

    [Test]
    public void No_single_bit_of_body_or_signature_can_be_changed()
    {
        var verifier = new WebhookVerifier([VectorSecret], VectorTime);
        byte[] body = Encoding.UTF8.GetBytes(VectorBody);
        byte[] signature = Convert.FromBase64String(VectorSignature[3..]);
        for (int bit = 0; bit < body.Length * 8; bit++)
        {
            byte[] changed = [.. body];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(
                verifier.Verify(changed, VectorId, VectorTimestamp, VectorSignature),
                Is.EqualTo(WebhookVerdict.WrongSignature),
                bit.ToString(CultureInfo.InvariantCulture)
            );
        }

        for (int bit = 0; bit < signature.Length * 8; bit++)
        {
            byte[] changed = [.. signature];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(
                verifier.Verify(body, VectorId, VectorTimestamp, "v1," + Convert.ToBase64String(changed)),
                Is.EqualTo(WebhookVerdict.WrongSignature)
            );
        }
    }

    [TestCase]
    [TestCase("whsec_")]
    [TestCase("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [TestCase("whsec_c2hvcnQ=")]
    [TestCase(VectorSecret, "whsec_not base64 at all, canary")]
    public void Without_a_secret_there_is_no_verifier(params string[] secrets) =>
        Assert.That(
            () => new WebhookVerifier(secrets, VectorTime),
            Throws.ArgumentException.With.Message.Not.Contains("canary").And.Message.Contains("secret")
        );

    private static WebhookVerdict Verify(string[] secrets, string timestamp, string signature, TimeProvider? time = null) =>
        new WebhookVerifier(secrets, time ?? VectorTime).Verify(Encoding.UTF8.GetBytes(VectorBody), VectorId, timestamp, signature);
}
