using System.Security.Cryptography;
using System.Text;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Attachments;
using CustomerTouchpoints.Email.Signing;
using CustomerTouchpoints.Email.Smtp;
using CustomerTouchpoints.Email.Tests.Smtp;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Security;

namespace CustomerTouchpoints.Email.Tests.Signing;

/// <summary>Signatures, checked on what arrived at a real server.</summary>
public sealed class DkimTests
{
    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly AsymmetricCipherKeyPair Ed25519 = MakeEd25519();

    [OneTimeTearDown]
    public void ForgetTheKey() => Rsa.Dispose();

    [Test]
    public async Task What_arrives_bears_the_signatures_of_its_domain()
    {
        using MailServer server = new();
        using SmtpTransport transport = Via.Tls(server);
        EmailMessage email = Some.Email(Rich(), Keys()) with
        {
            Attachments = [new EmailAttachment("a.bin", "application/octet-stream", RandomNumberGenerator.GetBytes(5000))],
        };

        SendResult result = await transport.SendAsync(email, CancellationToken.None);

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent), result.Reason);
        byte[] arrived = server.Delivered(1)[0];
        Assert.That(await VerifyAsync(arrived), Is.EqualTo((string[])["ed", "rsa"]));
        string text = Encoding.Latin1.GetString(arrived);
        Assert.That(await VerifyAsync(Encoding.Latin1.GetBytes(text.Replace("Hello", "Hallo", StringComparison.Ordinal))), Is.Empty);
        Assert.That(
            await VerifyAsync(Encoding.Latin1.GetBytes(text.Replace("One-Click", "Two-Click", StringComparison.Ordinal))),
            Is.Empty,
            "What unsubscribes is signed (RFC 8058)."
        );
        Assert.That(
            await VerifyAsync(Encoding.Latin1.GetBytes("From: eve@evil.example\r\n" + text)),
            Is.Empty,
            "A second sender is noticed."
        );
    }

    [TestCase("hello@lumen.example", "ed rsa")]
    [TestCase("hello@shop.lumen.example", "ed rsa")]
    [TestCase("hello@news.lumen.example", "news")]
    [TestCase("hello@lumen.example.org", "")]
    [TestCase("hello@notlumen.example", "")]
    public void A_domain_signs_for_itself_and_for_those_below_it(string from, string selectors)
    {
        EmailOptions options = Keys();
        options.From = new MessageAddress(from);
        options.Dkim.Add(
            new DkimOptions
            {
                Domain = "news.lumen.example",
                Selector = "news",
                PrivateKey = Rsa.ExportRSAPrivateKeyPem(),
            }
        );

        IEnumerable<string> signed = Some.Read(Some.Message(), options)
            .Fields.Where(field => field.Key == "DKIM-Signature")
            .Select(field => System.Text.RegularExpressions.Regex.Match(field.Value, "s=([a-z]+)").Groups[1].Value);

        Assert.That(string.Join(' ', signed.Order()), Is.EqualTo(selectors));
    }

    [Test]
    public void Equal_messages_have_equal_signatures()
    {
        byte[] first = Some.Email(Rich(), Keys()).ToBytes();
        byte[] second = Some.Email(Rich(), Keys()).ToBytes();
        Assert.That(second, Is.EqualTo(first));
    }

    private static OutgoingMessage Rich() =>
        Some.Message() with
        {
            Name = "Žofie \"Zoë\", Müller",
            Category = Category.Promotional,
            Content = Some.Message().Content with
            {
                Subject = "Grüße und eine Betreffzeile, die so lang ist, dass sie umgebrochen werden muss, weil sie nicht auf eine passt",
                ReplyTo = new MessageAddress("help@lumen.example"),
            },
        };

    private static EmailOptions Keys()
    {
        EmailOptions options = Some.Options();
        options.Unsubscribe = _ => new Uri("https://lumen.example/leave?token=abc");
        options.Dkim.Add(
            new DkimOptions
            {
                Domain = "lumen.example",
                Selector = "rsa",
                PrivateKey = Rsa.ExportPkcs8PrivateKeyPem(),
            }
        );
        using StringWriter pem = new();
        using (PemWriter writer = new(pem))
        {
            writer.WriteObject(new Pkcs8Generator(Ed25519.Private));
        }

        options.Dkim.Add(
            new DkimOptions
            {
                Domain = "lumen.example",
                Selector = "ed",
                PrivateKey = pem.ToString(),
            }
        );
        return options;
    }

    /// <summary>The selectors of the signatures that hold.</summary>
    private static async Task<string[]> VerifyAsync(byte[] bytes)
    {
        using MimeMessage message = await MimeMessage.LoadAsync(new MemoryStream(bytes));
        DkimVerifier verifier = new(new Published());
        List<string> valid = [];
        foreach (Header signature in message.Headers.Where(header => header.Id == HeaderId.DkimSignature))
        {
            if (await verifier.VerifyAsync(message, signature))
            {
                valid.Add(System.Text.RegularExpressions.Regex.Match(signature.Value, "s=([a-z]+)").Groups[1].Value);
            }
        }

        return [.. valid.Order()];
    }

    private static AsymmetricCipherKeyPair MakeEd25519()
    {
        var generator = new Ed25519KeyPairGenerator();
        generator.Init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        return generator.GenerateKeyPair();
    }

    /// <summary>What would stand in the DNS.</summary>
    private sealed class Published : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(
            string methods,
            string domain,
            string selector,
            CancellationToken cancellationToken = default
        ) => selector == "ed" ? Ed25519.Public : PublicKeyFactory.CreateKey(Rsa.ExportSubjectPublicKeyInfo());

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
            string methods,
            string domain,
            string selector,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
