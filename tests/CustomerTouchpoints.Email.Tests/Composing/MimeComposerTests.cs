using System.Text;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Tests.Reading;

namespace CustomerTouchpoints.Email.Tests.Composing;

public sealed class MimeComposerTests
{
    [Test]
    public void A_message_is_this_file()
    {
        OutgoingMessage message = Some.Message() with { Name = "Žofie" };
        message = message with { Content = message.Content with { ReplyTo = new MessageAddress("help@lumen.example", "Lumen, Help") } };

        string written = Encoding.ASCII.GetString(Some.Email(message).ToBytes());

        const string Expected = """
            Date: Mon, 09 Mar 2026 16:40:05 +0200
            From: Lumen Cameras <hello@lumen.example>
            To: =?utf-8?B?xb1vZmll?= <ana@post.example>
            Reply-To: "Lumen, Help" <help@lumen.example>
            Subject: Your parcel is on its way
            Message-ID: <00000000000000000000000000000001@lumen.example>
            In-Reply-To: <0123456789abcdef0123456789abcdef@lumen.example>
            References: <0123456789abcdef0123456789abcdef@lumen.example>
            Auto-Submitted: auto-generated
            X-Auto-Response-Suppress: OOF, AutoReply
            MIME-Version: 1.0
            Content-Language: fr-CA
            Content-Type: multipart/alternative;
            	boundary="=_a00000000000000000000000000000001"

            --=_a00000000000000000000000000000001
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Hello Ana

            --=_a00000000000000000000000000000001
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>Hello Ana</p>

            --=_a00000000000000000000000000000001--

            """;
        Assert.That(written, Is.EqualTo(Expected.ReplaceLineEndings("\r\n")));
    }

    [Test]
    public void Both_parts_read_as_they_were_written_text_first()
    {
        const string Text = "Grüße 📦\n\n.\n--=_a00000000000000000000000000000001--\n";
        string html = $"<p>{new string('ü', 5000)}</p>\n--=_a00000000000000000000000000000001\n";
        OutgoingMessage message = Some.Message();

        IReadOnlyList<StrictMail> parts = Some.Read(message with { Content = message.Content with { Text = Text, Html = html } }).Parts();

        Assert.That(
            parts.Select(part => part["Content-Type"]),
            Is.EqualTo((string[])["text/plain; charset=utf-8", "text/html; charset=utf-8"])
        );
        Assert.That(
            parts.Select(part => part.Content()),
            Is.EqualTo(((string[])[Text, html]).Select(body => body.ReplaceLineEndings("\r\n")))
        );
    }

    [Test]
    public void A_message_without_html_is_text_alone()
    {
        OutgoingMessage message = Some.Message();

        StrictMail mail = Some.Read(message with { Content = message.Content with { Html = null } });

        Assert.That(mail["Content-Type"], Is.EqualTo("text/plain; charset=utf-8"));
        Assert.That(mail.Content(), Is.EqualTo("Hello Ana\r\n"));
    }

    [Test]
    public void The_next_attempt_differs_in_its_date_and_its_flag_only()
    {
        OutgoingMessage first = Some.Message();
        OutgoingMessage second = first with { Attempt = 2, MayBeRepeat = true, At = first.At.AddHours(1) };

        string[] lines = Lines(first);
        string[] again = Lines(second);

        Assert.That(again.Except(lines), Is.EqualTo((string[])["Date: Mon, 09 Mar 2026 17:40:05 +0200", "X-Possible-Repeat: yes"]));
        Assert.That(Lines(first), Is.EqualTo(lines));
    }

    private static string[] Lines(OutgoingMessage message) => Encoding.ASCII.GetString(Some.Email(message).ToBytes()).Split("\r\n");
}
