using System.Diagnostics;
using System.Globalization;
using System.Text;
using CustomerTouchpoints.Email.Bounces;
using CustomerTouchpoints.Email.Mailboxes;
using CustomerTouchpoints.Email.Words;
using MimeKit;

namespace CustomerTouchpoints.Email.Tests.Bounces;

/// <summary>Mails that are made to break whoever reads them cost little, and bring nothing about.</summary>
public sealed class HostileReportTests
{
    private static readonly TestCaseData[] Mails =
    [
        new TestCaseData("nested parts", Nested(5_000, "multipart/mixed")),
        new TestCaseData("nested mails", Nested(5_000, "message/rfc822")),
        new TestCaseData("many parts", Parts(50_000)),
        new TestCaseData("many headers", "From: a@b.example\n" + Repeated(100_000, "X-Failed-Recipients: a@b.example\n") + "\n."),
        new TestCaseData("many groups", Report(Repeated(50_000, "Final-Recipient: rfc822;a@b.example\nAction: failed\n\n"))),
        new TestCaseData("a long status", Report("Action: failed\nStatus: " + Repeated(500_000, "5.1.1."))),
        new TestCaseData("a long text", "From: mailer-daemon@b.example\nSubject: failure notice\n\n" + new string('<', 2_000_000)),
        new TestCaseData("addresses", "From: mailer-daemon@b.example\nSubject: failure notice\n\n" + Repeated(100_000, "a@b.example:")),
        new TestCaseData("no status", Report("")),
        new TestCaseData("no end", "Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\nAction"),
        new TestCaseData("no body", "Return-Path: <>\n\n"),
        new TestCaseData("an unknown charset", Text("text/plain; charset=klingon", "Gr\u00fc\u00dfe")),
        new TestCaseData("a wrong charset", Text("text/plain; charset=utf-16", "odd")),
        new TestCaseData("UTF-7", Text("text/plain; charset=utf-7", "+ADw-script+AD4-")),
        new TestCaseData("broken base64", Text("text/plain\nContent-Transfer-Encoding: base64", "!!!=?=")),
        new TestCaseData("broken HTML", Text("text/html", Repeated(100_000, "<div><blockquote>") + "<x" + Repeated(1000, "<"))),
        new TestCaseData("many attributes", Text("text/html", "<p " + Repeated(100_000, "a=b ") + ">x")),
        new TestCaseData("a broken winmail.dat", Text("application/ms-tnef", "x\u009f>\"" + new string('\u0001', 1000))),
    ];

    [TestCaseSource(nameof(Mails))]
    public async Task A_mail_that_is_made_to_break_its_reader_does_not(string what, string mail)
    {
        long start = Stopwatch.GetTimestamp();
        using MimeMessage message = await MailParsing.ParseAsync(SomeMail.Bytes(mail), 25 << 20, CancellationToken.None);
        MailReport report = Classifier().Classify(message);
        string words = MailWords.Of(message);

        Assert.That(report.Message, Is.Null, what);
        Assert.That((report.Details ?? "").Length, Is.LessThanOrEqualTo(500));
        Assert.That(words.Length, Is.LessThanOrEqualTo(HtmlText.MostCharacters * 4));
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void A_mail_that_is_too_large_is_not_read_to_its_end() =>
        Assert.That(
            async () => await MailParsing.ParseAsync(SomeMail.Bytes(new string('x', 2000)), 1999, CancellationToken.None),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("InboundMailOptions.MaxBytes")
        );

    [TestCase("utf-8", "Gr\u00fc\u00dfe \u20ac")]
    [TestCase("us-ascii", "Gr\u00fc\u00dfe")]
    [TestCase("iso-8859-1", "Gr\u00fc\u00dfe")]
    [TestCase("windows-1252", "Gr\u00fc\u00dfe \u20ac")]
    [TestCase("koi8-r", "\u0413\u0434\u0435")]
    [TestCase("iso-2022-jp", "\u8377\u7269")]
    [TestCase("gb18030", "\u5305\u88f9")]
    public void Text_is_read_in_the_charset_that_it_is_in(string charset, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding encoding = Encoding.GetEncoding(charset == "us-ascii" ? "utf-8" : charset);
        using MemoryStream mail = new();
        mail.Write(Encoding.ASCII.GetBytes($"From: ana@post.example\nContent-Type: text/plain; charset={charset}\n\n"));
        mail.Write(encoding.GetBytes(text));
        mail.Position = 0;
        using MimeMessage message = MimeMessage.Load(mail);

        Assert.That(MailWords.Of(message), Is.EqualTo(text));
    }

    private static MailClassifier Classifier() => new(Microsoft.Extensions.Options.Options.Create(Some.Options()));

    private static string Text(string type, string body) => $"From: ana@post.example\nContent-Type: {type}\n\n{body}";

    private static string Report(string status) =>
        $"Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n{status}\n--x--\n";

    private static string Parts(int count) =>
        "Content-Type: multipart/mixed; boundary=x\n\n" + Repeated(count, "--x\nContent-Type: text/plain\n\nhello\n") + "--x--\n";

    private static string Nested(int depth, string type)
    {
        StringBuilder mail = new("From: a@b.example\n");
        for (int i = 0; i < depth; i++)
        {
            mail.Append("Content-Type: ").Append(type);
            mail.Append(
                type.StartsWith("multipart", StringComparison.Ordinal)
                    ? string.Create(CultureInfo.InvariantCulture, $"; boundary=b{i}\n\n--b{i}\n")
                    : "\n\n"
            );
        }

        return mail.Append("Content-Type: text/plain\n\nhello\n").ToString();
    }

    private static string Repeated(int times, string text) => new StringBuilder().Insert(0, text, times).ToString();
}
