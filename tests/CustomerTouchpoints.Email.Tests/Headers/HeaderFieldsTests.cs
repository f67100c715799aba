using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Tests.Reading;

namespace CustomerTouchpoints.Email.Tests.Headers;

public sealed class HeaderFieldsTests
{
    [TestCase("")]
    [TestCase("News")]
    [TestCase(" leading")]
    [TestCase("trailing ")]
    [TestCase("   ")]
    [TestCase(
        "two  blanks   and more, in a line that is long enough to be folded    somewhere in between, twice or so, if it only goes on"
    )]
    [TestCase("X-Evil: yes")]
    [TestCase("=?utf-8?B?WC1FdmlsOiB5ZXM=?=")]
    [TestCase("half =?utf-8?B?")]
    [TestCase("Ihre Bestellung ist unterwegs – schöne Grüße aus München")]
    [TestCase("📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦📦")]
    [TestCase("aa📦a📦📦a📦📦aaa📦📦📦📦a📦📦📦📦a📦📦📦aa📦📦📦📦a📦📦📦📦aa📦📦📦a📦📦📦📦📦📦📦")]
    [TestCase("طلبك في الطريق 注文は発送されました")]
    public void A_subject_reads_as_it_was_written(string subject) =>
        Assert.That(Some.Read(WithSubject(subject)).Subject, Is.EqualTo(subject));

    [Test]
    public void A_subject_of_any_length_stays_on_short_lines(
        [Values(1, 55, 60, 61, 68, 69, 201, 999, 1000)] int length,
        [Values("x", "ü", "x ")] string of
    )
    {
        string subject = string.Concat(Enumerable.Repeat(of, length))[..length];

        string[] lines = HeaderLines(WithSubject(subject));

        Assert.That(lines, Has.All.Length.LessThanOrEqualTo(78));
        Assert.That(Some.Read(WithSubject(subject)).Subject, Is.EqualTo(subject));
    }

    [Test]
    public void A_plain_subject_is_readable_in_the_file() =>
        Assert.That(HeaderLines(WithSubject("Your parcel is on its way")), Does.Contain("Subject: Your parcel is on its way"));

    [TestCase("Ana")]
    [TestCase("Ana Silva")]
    [TestCase("Ana  Silva")]
    [TestCase("Silva, Ana")]
    [TestCase("Ana \"Nana\" Silva")]
    [TestCase("Ana \\ Silva")]
    [TestCase("O'Brien")]
    [TestCase("a@b <c@d>")]
    [TestCase("=?utf-8?B?WA==?=")]
    [TestCase("Žofie Müller-Übermaß")]
    [TestCase("山田 太郎 🎈")]
    [TestCase("A name that goes on and on (with brackets), far beyond what fits a line, because somebody wrote a story here")]
    [TestCase("\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"")]
    public void A_name_reads_as_it_was_written(string name)
    {
        StrictMail mail = Some.Read(Some.Message() with { Name = name });

        Assert.That(mail.Mailbox("To"), Is.EqualTo((name, "ana@post.example")));
    }

    [Test]
    public void A_long_address_follows_its_name_on_a_line_of_its_own()
    {
        string address = $"{new string('a', 60)}@{new string('b', 60)}.example";

        Assert.That(HeaderLines(Some.Message() with { Address = address }), Does.Contain("To: Ana Silva").And.Contain($" <{address}>"));
    }

    [TestCase(0, "+0000")]
    [TestCase(330, "+0530")]
    [TestCase(-210, "-0330")]
    [TestCase(-30, "-0030")]
    public void The_date_is_the_attempts_own_in_its_own_offset(int offsetMinutes, string expected)
    {
        DateTimeOffset at = new(2026, 3, 9, 16, 40, 5, TimeSpan.FromMinutes(offsetMinutes));

        Assert.That(Some.Read(Some.Message() with { At = at })["Date"], Is.EqualTo($"Mon, 09 Mar 2026 16:40:05 {expected}"));
    }

    [Test]
    [SetCulture("ar-SA")]
    public void The_date_does_not_depend_on_the_hosts_culture() =>
        Assert.That(Some.Read(Some.Message())["Date"], Is.EqualTo("Mon, 09 Mar 2026 16:40:05 +0200"));

    private static OutgoingMessage WithSubject(string subject) =>
        Some.Message() with
        {
            Content = Some.Message().Content with { Subject = subject },
        };

    private static string[] HeaderLines(OutgoingMessage message)
    {
        string text = System.Text.Encoding.ASCII.GetString(Some.Email(message).ToBytes());
        return text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");
    }
}
