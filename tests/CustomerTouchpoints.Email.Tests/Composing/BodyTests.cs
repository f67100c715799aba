using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Tests.Reading;

namespace CustomerTouchpoints.Email.Tests.Composing;

/// <summary>Texts of any kind, read back by a reader that shares nothing with who wrote them.</summary>
public sealed class BodyTests
{
    [TestCase("", "\r\n")]
    [TestCase("1+1=2 Grüße 📦", "1+1=2 Grüße 📦\r\n")]
    [TestCase("a \nb\t\n c", "a \r\nb\t\r\n c\r\n")]
    [TestCase("a\nb\r\nc\rd\n\n", "a\r\nb\r\nc\r\nd\r\n\r\n")]
    [TestCase("one\n.\n..\nFrom here\nFrom\n", "one\r\n.\r\n..\r\nFrom here\r\nFrom\r\n")]
    public void A_text_is_read_as_it_was_written_with_whole_lines(string text, string expected) =>
        Assert.That(Read(text), Is.EqualTo(expected));

    [Test]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.That(Read("half \ud83d"), Is.EqualTo("half \uFFFD\r\n"));

    [Test]
    public void Any_text_reads_as_it_was_written([Range(1, 20)] int seed)
    {
        Random random = new(seed);
        string[] pieces =
        [
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            ".",
            "From ",
            "=",
            "é",
            "山",
            "📦",
            "word ",
            "\0",
            new('x', 74),
            new('x', 75),
            new('x', 76),
            new('ü', 30),
        ];
        for (int round = 0; round < 100; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
            string expected = text.ReplaceLineEndings("\r\n");
            expected = expected.EndsWith("\r\n", StringComparison.Ordinal) ? expected : expected + "\r\n";

            Assert.That(Read(text), Is.EqualTo(expected), $"seed {seed}, round {round}");
        }
    }

    [Test]
    public void A_line_of_any_length_is_broken_softly(
        [Range(73, 79)] int length,
        [Values("", " ", "ü", "=", "\n", " \n", "📦\n")] string end
    )
    {
        string text = new string('x', length) + end;

        Assert.That(Read(text).TrimEnd('\r', '\n'), Is.EqualTo(text.TrimEnd('\n')));
    }

    private static string Read(string text)
    {
        OutgoingMessage message = Some.Message();
        EmailMessage email = Some.Email(message with { Content = message.Content with { Text = text, Html = null } });
        return StrictMail.Read(email.ToBytes()).Content();
    }
}
