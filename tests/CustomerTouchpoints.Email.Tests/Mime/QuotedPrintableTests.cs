using System.Text;
using CustomerTouchpoints.Email.Mime;
using CustomerTouchpoints.Email.Tests.Reading;

namespace CustomerTouchpoints.Email.Tests.Mime;

public sealed class QuotedPrintableTests
{
    [TestCase("", "")]
    [TestCase("Hello Ana", "Hello Ana")]
    [TestCase("1+1=2", "1+1=3D2")]
    [TestCase("Grüße", "Gr=C3=BC=C3=9Fe")]
    [TestCase("📦", "=F0=9F=93=A6")]
    [TestCase("a \nb\t\n c", "a=20\r\nb=09\r\n c")]
    [TestCase("end ", "end=20")]
    [TestCase("a\nb\r\nc\rd\n\n", "a\r\nb\r\nc\r\nd\r\n\r\n")]
    [TestCase("one\n.\n..\nFrom here\nFrom\n", "one\r\n=2E\r\n=2E.\r\n=46rom here\r\nFrom\r\n")]
    [TestCase("\0\u0085\u2028", "=00=C2=85=E2=80=A8")]
    public void Text_is_written_by_the_rules(string text, string expected) => Assert.That(Write(text), Is.EqualTo(expected));

    [Test]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.That(Write("half \ud83d"), Is.EqualTo("half =EF=BF=BD"));

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
        for (int round = 0; round < 200; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
            string expected = text.ReplaceLineEndings("\n").Replace("\n", "\r\n", StringComparison.Ordinal);

            Assert.That(StrictQuotedPrintable.Decode(Write(text)), Is.EqualTo(expected), $"seed {seed}, round {round}");
        }
    }

    [Test]
    public void A_line_of_any_length_is_broken_softly(
        [Range(73, 79)] int length,
        [Values("", " ", "ü", "=", "\n", " \n", "📦\n")] string end
    )
    {
        string text = new string('x', length) + end;

        string written = Write(text);

        Assert.That(written.Split("\r\n"), Has.All.Length.LessThanOrEqualTo(76));
        Assert.That(StrictQuotedPrintable.Decode(written), Is.EqualTo(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    private static string Write(string text)
    {
        StringBuilder output = new();
        QuotedPrintable.Write(output, text);
        return output.ToString();
    }
}
