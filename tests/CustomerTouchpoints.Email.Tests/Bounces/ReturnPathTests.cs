using CustomerTouchpoints.Email.Bounces;
using MimeKit;

namespace CustomerTouchpoints.Email.Tests.Bounces;

/// <summary>Return paths that we have signed are believed, and those that somebody made up are not.</summary>
public sealed class ReturnPathTests
{
    private static readonly byte[] Key = "a secret of 24 characters"u8.ToArray();

    [Test]
    public void A_bounce_to_the_return_path_of_a_message_is_proven()
    {
        EmailMessage sent = Some.Email(Some.Message(7), Options());
        string path = sent.ReturnPath!.Address;
        MailReport report = Classified(SomeMail.Bounce(path, "ffffffffffffffffffffffffffffffff"));

        Assert.That(path, Does.Match("^bounces\\+[0-9a-f]{32}\\.[0-9a-f]{16}@lumen\\.example$"));
        Assert.That((report.Message, report.IsProven), Is.EqualTo((Some.Message(7).MessageId, true)), "The path, not what came back.");
        Assert.That(Classified(SomeMail.Bounce(path.ToUpperInvariant(), Some.Token)).IsProven, Is.True, "Servers may change the case.");
    }

    [Test]
    public void A_path_that_was_made_up_proves_nothing()
    {
        string path = Some.Email(Some.Message(7), Options()).ReturnPath!.Address;
        string other = path.Replace(Some.Message(7).MessageId, Some.Message(8).MessageId, StringComparison.Ordinal);
        string unsigned = path.Remove(path.IndexOf('.', StringComparison.Ordinal), 17);

        foreach (string forged in (string[])[other, unsigned, "x" + path, path + ".evil.example"])
        {
            MailReport report = Classified(SomeMail.Bounce(forged, Some.Token));
            Assert.That((report.Message, report.IsProven), Is.EqualTo((Some.Token, false)), forged);
        }
    }

    [Test]
    public void A_path_with_the_recipient_in_it_is_read()
    {
        EmailOptions options = Some.Options();
        options.ReturnPath = "b+{id}+{recipient}@lumen.example";
        string path = Some.Email(Some.Message(7), options).ReturnPath!.Address;

        Assert.That(path, Does.Contain("ana=post.example"));
        Assert.That(Classified(SomeMail.Bounce(path, Some.Token), options).Message, Is.EqualTo(Some.Message(7).MessageId));
    }

    [TestCase("bounces+{id}@lumen.example", 15, "EmailOptions.ReturnPathKey: 15 bytes")]
    [TestCase("bounces@lumen.example", 16, "EmailOptions.ReturnPathKey: it signs the {id}")]
    [TestCase(null, 16, "EmailOptions.ReturnPathKey: it signs the {id}")]
    [TestCase("bounces-of-lumen+{id}@lumen.example", 16, "EmailOptions.ReturnPath: ")]
    public void A_key_that_proves_nothing_is_refused(string? path, int bytes, string fault)
    {
        EmailOptions options = Some.Options();
        (options.ReturnPath, options.ReturnPathKey) = (path, new byte[bytes]);

        Assert.That(
            new EmailOptionsValidator(Microsoft.Extensions.Options.Options.Create(new Messages.BrandOptions()))
                .Validate(null, options)
                .FailureMessage,
            Does.StartWith(fault)
        );
    }

    private static EmailOptions Options()
    {
        EmailOptions options = Some.Options();
        (options.ReturnPath, options.ReturnPathKey) = ("bounces+{id}@lumen.example", Key);
        return options;
    }

    private static MailReport Classified(string mail, EmailOptions? options = null)
    {
        using MimeMessage message = SomeMail.Of(mail);
        return new MailClassifier(Microsoft.Extensions.Options.Options.Create(options ?? Options())).Classify(message);
    }
}
