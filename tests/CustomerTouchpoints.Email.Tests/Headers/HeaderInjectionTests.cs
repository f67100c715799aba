using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Headers;
using CustomerTouchpoints.Email.Tests.Reading;

namespace CustomerTouchpoints.Email.Tests.Headers;

/// <summary>
/// Hostile text in every field that reaches a header: either refused, or a message with the very fields we meant, each reading as given.
/// </summary>
public sealed class HeaderInjectionTests
{
    private const int Rounds = 20_000;

    private static readonly string[] ExpectedFields =
    [
        "Date",
        "From",
        "To",
        "Reply-To",
        "Subject",
        "Message-ID",
        "In-Reply-To",
        "References",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "MIME-Version",
        "Content-Language",
        "Content-Type",
    ];

    private static readonly string[] Pieces =
    [
        "\r\n",
        "\r",
        "\n",
        "\0",
        "\t",
        "\u0085",
        "\u2028",
        "\ud83d",
        "\udce6",
        "Bcc: eve@evil.example",
        ": ",
        " ",
        "  ",
        "\"",
        "\\",
        "<",
        ">",
        ",",
        ";",
        "(",
        ")",
        "@",
        ".",
        "..",
        "=?",
        "?=",
        "=?utf-8?B?",
        "=?utf-8?Q?=0D=0A?=",
        "=0D=0A",
        "%0d%0a",
        "é",
        "ß",
        "山",
        "📦",
        "👩‍👩‍👧",
        "ẍ̣",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\uffff",
        "ana",
        "lumen.example",
        "xn--",
        "-",
        new string('x', 70),
        new string('x', 300),
        new string('ü', 90),
    ];

    [Test]
    public void Hostile_text_never_starts_a_header_of_its_own([Values(1, 2, 3)] int seed)
    {
        Random random = new(seed);
        int written = 0;
        int refused = 0;
        for (int round = 0; round < Rounds / 3; round++)
        {
            OutgoingMessage message = Hostile(random);
            EmailMessage? email = Some.Composed(message, null, out SendResult? refusal);
            if (email is null)
            {
                Assert.That(refusal?.Outcome, Is.EqualTo(SendOutcome.PermanentFailure));
                refused++;
                continue;
            }

            written++;
            if (!email.To.NeedsSmtpUtf8)
            {
                AssertUnharmed(StrictMail.Read(email.ToBytes()), message, email.To, $"seed {seed}, round {round}");
            }
        }

        Assert.That((int[])[written, refused], Has.All.GreaterThan(100), "both ways must be taken often");
    }

    [Test]
    public void What_is_accepted_as_an_address_has_nothing_that_means_something_to_smtp([Values(1, 2, 3)] int seed)
    {
        Random random = new(seed);
        int accepted = 0;
        for (int round = 0; round < Rounds; round++)
        {
            string address = Join(random, 3) + "@" + (random.Next(2) == 0 ? "post.example" : Join(random, 3));
            if (Email.Addresses.EmailAddress.Make(address, null, out _) is { } made)
            {
                accepted++;
                Assert.That(
                    made.Address,
                    Does.Match(
                            "^(?:[!#-'*+/-9=?A-Z^-~.\\p{L}\\p{M}\\p{Nd}-]{1,64}|\"(?:[ !#-\\[\\]-~]|\\\\[ -~])+\")@[A-Za-z0-9._-]{1,253}$"
                        )
                        .And.Not.Contain("=?"),
                    $"seed {seed}, round {round}"
                );
            }
        }

        Assert.That(accepted, Is.GreaterThan(200));
    }

    private static void AssertUnharmed(StrictMail mail, OutgoingMessage message, Email.Addresses.EmailAddress address, string where)
    {
        // What is no language tag is left out.
        IEnumerable<string> expected = LanguageTag.IsWellFormed(message.Culture)
            ? ExpectedFields
            : ExpectedFields.Where(name => name != "Content-Language");
        Assert.That(mail.Names, Is.EqualTo(expected), where);
        Assert.That(mail.Subject, Is.EqualTo(HeaderText.OneLine(message.Content.Subject)), where);
        Assert.That(mail.Mailbox("To").Name ?? "", Is.EqualTo(Shown(message.Name)), where);
        Assert.That(mail.Mailbox("From").Name ?? "", Is.EqualTo(Shown(message.Content.From?.Name)), where);
        Assert.That(mail.Mailbox("Reply-To").Name ?? "", Is.EqualTo(Shown(message.Content.ReplyTo?.Name)), where);
        Assert.That(mail.Mailbox("To").Address, Is.EqualTo(address.Address), where);
    }

    /// <summary>A name as it should be read: on one line, and nothing else about it changed.</summary>
    private static string Shown(string? name) => HeaderText.OneLine(name ?? "").Trim();

    private static OutgoingMessage Hostile(Random random)
    {
        OutgoingMessage message = Some.Message();
        return message with
        {
            Name = Join(random, 5),
            Address = random.Next(8) == 0 ? Join(random, 3) + message.Address : message.Address,
            Culture = random.Next(20) == 0 ? "en" + Join(random, 1) : message.Culture,
            MessageId = random.Next(20) == 0 ? message.MessageId[1..] + Join(random, 1) : message.MessageId,
            Content = message.Content with
            {
                Subject = Join(random, 8),
                From = new MessageAddress("hello@lumen.example", Join(random, 3)),
                ReplyTo = new MessageAddress("help@lumen.example", Join(random, 3)),
            },
        };
    }

    /// <summary>Some pieces in a row. Two of three times only harmless ones, or next to nothing would be accepted.</summary>
    private static string Join(Random random, int most)
    {
        int from = random.Next(12) == 0 ? 0 : 9;
        return string.Concat(Enumerable.Range(0, random.Next(most + 1)).Select(_ => Pieces[random.Next(from, Pieces.Length)]));
    }
}
