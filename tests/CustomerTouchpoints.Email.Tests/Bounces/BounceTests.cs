using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Email.Bounces;
using MimeKit;

namespace CustomerTouchpoints.Email.Tests.Bounces;

/// <summary>Mails in the shapes of real servers, and what each of them says, checked by hand.</summary>
public sealed class BounceTests
{
    private const ReceiptKind Hard = ReceiptKind.HardBounced;
    private const ReceiptKind Soft = ReceiptKind.SoftBounced;
    private const string Recipient = "ana@post.example";

    private static readonly TestCaseData[] Bounces =
    [
        Bounce("postfix-user-unknown", Hard, "5.1.1"),
        Bounce("postfix-full", Soft, "5.2.2"),
        Bounce("postfix-no-host", Hard, "5.4.4"),
        Bounce("postfix-nullmx", Hard, "5.1.0"),
        Bounce("postfix-delayed", Soft, "4.4.1"),
        Bounce("postfix-expired", Soft, "4.4.1"),
        Bounce("postfix-spam", Soft, "5.7.1"),
        Bounce("postfix-too-large", Soft, "5.3.4"),
        Bounce("postfix-vague", Hard, "5.0.0"),
        Bounce("postfix-delivered", ReceiptKind.Delivered, "2.1.5"),
        Bounce("postfix-relayed", null, "2.0.0"),
        Bounce("postfix-verp-without-copy", Hard, "5.1.1"),
        Bounce("postfix-loop", Soft, "5.4.6"),
        Bounce("exim-user-unknown", Hard, "5.1.1"),
        Bounce("exim-unrouteable", Hard, "5.0.0"),
        Bounce("exim-retry-timeout", Soft, "5.0.0"),
        Bounce("exim-old-user-unknown", Hard, "5.1.1"),
        Bounce("exim-old-delayed", Soft, "4.7.1"),
        Bounce("exim-old-full", Soft, null),
        Bounce("exchange-online-not-found", Hard, "5.1.10"),
        Bounce("exchange-online-access-denied", Hard, "5.4.1"),
        Bounce("exchange-online-full", Soft, "5.2.2"),
        Bounce("exchange-online-restricted", Soft, "5.7.133"),
        Bounce("exchange-2010-unknown", Hard, "5.1.1"),
        Bounce("exchange-2003-plain", Hard, null),
        Bounce("gmail-not-found", Hard, "5.1.1"),
        Bounce("gmail-over-quota", Soft, "4.2.2"),
        Bounce("gmail-inactive", Hard, "5.2.1"),
        Bounce("gmail-delay", Soft, "4.4.1"),
        Bounce("gmail-unauthenticated", Soft, "5.7.26"),
        Bounce("gmail-old-plain", Hard, "5.1.1"),
        Bounce("qmail-no-mailbox", Hard, "5.1.1"),
        Bounce("qmail-no-host", Hard, "5.1.2"),
        Bounce("qmail-remote-refused", Hard, "5.1.1"),
        Bounce("qmail-tried-long-enough", Soft, "4.3.0"),
        Bounce("qmail-quota", Soft, null),
        Bounce("sendmail-user-unknown", Hard, "5.1.1"),
        Bounce("opensmtpd-user-unknown", Hard, "5.0.0"),
        Bounce("ses-bounce", Soft, "4.4.7"),
        Bounce("yahoo-plain", Hard, "5.0.0"),
        Bounce("domino-plain", Hard, null),
        Bounce("html-only", Hard, "5.1.1"),
        Bounce("broken-without-report-type", Hard, "5.1.1"),
    ];

    private static readonly TestCaseData[] Complaints =
    [
        Of("arf-abuse", MailKind.Complaint, ReceiptKind.Complained, Recipient),
        Of("arf-headers-only", MailKind.Complaint, ReceiptKind.Complained, null),
        Of("arf-opt-out", MailKind.Complaint, ReceiptKind.Unsubscribed, Recipient),
        Of("arf-not-spam", MailKind.Complaint, null, null),
        Of("microsoft-jmrp", MailKind.Complaint, ReceiptKind.Complained, Recipient),
    ];

    private static readonly TestCaseData[] Others =
    [
        Of("outlook-absence", MailKind.Automatic, null, null),
        Of("absence-by-subject-only", MailKind.Automatic, null, null),
        Of("vacation-without-subject", MailKind.Automatic, null, null),
        Of("list-mail", MailKind.Automatic, null, null),
        Of("own", MailKind.Own, null, null),
        Of("person", MailKind.Personal, null, null),
        Of("person-forwards-a-bounce", MailKind.Personal, null, null),
    ];

    [TestCaseSource(nameof(Bounces))]
    public void A_bounce_says_of_which_message_and_whether_the_address_works(string mail, ReceiptKind? receipt, string? status)
    {
        MailReport report = Classified(mail);
        Assert.That(
            (report.Kind, report.Receipt, report.Status, report.Recipient, report.Message),
            Is.EqualTo((MailKind.Bounce, receipt, status, (string?)Recipient, (string?)Some.Token)),
            report.Details
        );
        Assert.That(report.Details ?? "", Does.Not.Contain("@"), "People read it: no address belongs there.");
    }

    [TestCaseSource(nameof(Complaints))]
    public void A_complaint_says_of_which_message(string mail, MailKind kind, ReceiptKind? receipt, string? recipient)
    {
        MailReport report = Classified(mail);
        Assert.That(
            (report.Kind, report.Receipt, report.Recipient, report.Message),
            Is.EqualTo((kind, receipt, recipient, (string?)Some.Token))
        );
    }

    [TestCaseSource(nameof(Others))]
    public void Other_mail_reports_nothing(string mail, MailKind kind, ReceiptKind? receipt, string? recipient)
    {
        MailReport report = Classified(mail);
        Assert.That(
            (report.Kind, report.Receipt, report.Recipient, report.Message),
            Is.EqualTo((kind, receipt, recipient, default(string)))
        );
    }

    [Test]
    public void Every_mail_of_the_folder_is_in_a_table() =>
        Assert.That(
            Bounces.Concat(Complaints).Concat(Others).Select(one => (string)one.Arguments[0]!),
            Is.EquivalentTo(Directory.GetFiles(SomeMail.Folder, "*.eml").Select(Path.GetFileNameWithoutExtension))
        );

    private static MailReport Classified(string name)
    {
        EmailOptions options = Some.Options();
        options.ReturnPath = "bounces+{id}@lumen.example";
        using MimeMessage mail = SomeMail.Read(name);
        return new MailClassifier(Microsoft.Extensions.Options.Options.Create(options)).Classify(mail);
    }

    private static TestCaseData Bounce(string mail, ReceiptKind? receipt, string? status) => new(mail, receipt, status);

    private static TestCaseData Of(string mail, MailKind kind, ReceiptKind? receipt, string? recipient) =>
        new(mail, kind, receipt, recipient);
}
