using CustomerTouchpoints.Email.Addresses;

namespace CustomerTouchpoints.Email.Tests.Addresses;

public sealed class EmailAddressTests
{
    private const string Local64 = "a123456789012345678901234567890123456789012345678901234567890123";
    private const string Label63 = "b12345678901234567890123456789012345678901234567890123456789012";

    [TestCase("ana@post.example", "ana@post.example")]
    [TestCase("o'brien+orders=1@Post.Example", "o'brien+orders=1@Post.Example")]
    [TestCase("a.b.c@localhost", "a.b.c@localhost")]
    [TestCase("ana@münchen.example", "ana@xn--mnchen-3ya.example")]
    [TestCase("ana@MÜNCHEN.example", "ana@xn--mnchen-3ya.example")]
    [TestCase("ana@почта.рф", "ana@xn--80a1acny.xn--p1ai")]
    [TestCase("ana@日本語.jp", "ana@xn--wgv71a119e.jp")]
    [TestCase("ana@xn--mnchen-3ya.example", "ana@xn--mnchen-3ya.example")]
    [TestCase(Local64 + "@" + Label63 + ".example", Local64 + "@" + Label63 + ".example")]
    public void An_address_is_kept_and_its_domain_becomes_ascii(string address, string expected) =>
        Assert.That(new EmailAddress(address).Address, Is.EqualTo(expected));

    [TestCase("", "is empty")]
    [TestCase("ana", "exactly one @")]
    [TestCase("ana@b@post.example", "exactly one @")]
    [TestCase("@post.example", "nothing before the @")]
    [TestCase("ana@", "domain that is empty")]
    [TestCase("ana silva@post.example", "blank, quote or other character")]
    [TestCase("\"ana silva\"@post.example", "blank, quote or other character")]
    [TestCase("ana,eve@post.example", "blank, quote or other character")]
    [TestCase("<ana@post.example>", "blank, quote or other character")]
    [TestCase("ana(comment)@post.example", "blank, quote or other character")]
    [TestCase(".ana@post.example", "misplaced dot before the @")]
    [TestCase("ana.@post.example", "misplaced dot before the @")]
    [TestCase("a..na@post.example", "misplaced dot before the @")]
    [TestCase("žofie@post.example", "SMTPUTF8")]
    [TestCase("=?utf-8?Q?=0D=0A?=ana@post.example", "encoded word")]
    [TestCase(Local64 + "4@post.example", "more than 64 characters before the @")]
    [TestCase("ana@post..example", "misplaced dot")]
    [TestCase("ana@post.example.", "misplaced dot")]
    [TestCase("ana@-post.example", "hyphen")]
    [TestCase("ana@post-.example", "hyphen")]
    [TestCase("ana@post_office.example", "not allowed in a domain")]
    [TestCase("ana@post.example>", "not allowed in a domain")]
    [TestCase("ana@post.example, eve@evil.example", "exactly one @")]
    [TestCase("ana@[127.0.0.1]", "not allowed in a domain")]
    [TestCase("ana@127.0.0.1", "ends in a number")]
    [TestCase("ana@" + Label63 + "3.example", "label of more than 63")]
    [TestCase("ana@☃.example", "punycode")]
    [TestCase("ana@post\u3002example", "punycode")]
    [TestCase("ana@post\uFF1Eexample", "punycode")]
    [TestCase("ana@münchen..example", "punycode")]
    [TestCase("ana@post.example\r\nBcc: eve@evil.example", "control character")]
    [TestCase("ana@post.example\n", "control character")]
    [TestCase("\0ana@post.example", "control character")]
    [TestCase("ana@po\u0085st.example", "control character")]
    [TestCase("ana@po\u2028st.example", "line separator")]
    public void An_address_that_is_not_one_is_refused_with_the_reason(string address, string reason)
    {
        EmailAddress? made = EmailAddress.Make(address, null, out string? fault);

        Assert.That(made, Is.Null);
        Assert.That(fault, Does.StartWith("address ").And.Contain(reason));
    }

    [Test]
    public void An_address_of_more_than_254_characters_is_refused()
    {
        string longest = $"ana@{string.Join('.', Enumerable.Repeat(Label63, 3))}.{new string('c', 58)}";

        Assert.That(EmailAddress.Make(longest, null, out _)?.Address, Has.Length.EqualTo(254));
        Assert.That(EmailAddress.Make(longest + "c", null, out string? fault), Is.Null);
        Assert.That(fault, Does.Contain("longer than 254"));
    }

    [Test]
    public void A_domain_that_grows_too_long_in_punycode_is_refused()
    {
        string address = $"ana@{string.Join('.', Enumerable.Repeat(new string('ü', 40), 6))}.de";

        Assert.That(EmailAddress.Make(address, null, out _), Is.Null);
    }

    // Attributes can't hold halves: the compiler writes them as UTF-8.
    private static readonly string[] Halves = ["\ud83d", "\udce6", "\udce6\ud83d"];

    [TestCaseSource(nameof(Halves))]
    public void Half_a_surrogate_pair_is_refused_wherever_it_stands(string half)
    {
        Assert.That(EmailAddress.Make($"ana{half}@post.example", null, out string? local), Is.Null);
        Assert.That(EmailAddress.Make($"ana@post{half}.example", null, out string? domain), Is.Null);
        Assert.That(EmailAddress.Make("ana@post.example", $"Ana{half}", out string? name), Is.Null);
        Assert.That((string?[])[local, domain, name], Has.All.Contain("half a surrogate pair"));
    }

    [Test]
    public void A_line_break_at_the_end_of_a_name_is_refused_and_not_trimmed_away()
    {
        Assert.That(EmailAddress.Make("ana@post.example", "Ana\r\n", out string? fault), Is.Null);
        Assert.That(fault, Is.EqualTo("name has a control character"));
    }

    [Test]
    public void Every_control_character_is_refused_in_names_and_addresses()
    {
        for (char c = '\0'; c < '\u00A0'; c++)
        {
            bool control = c is < ' ' or > '~';
            Assert.That(
                EmailAddress.Make("ana@post.example", $"A{c}na", out _),
                control ? Is.Null : Is.Not.Null,
                $"U+{(int)c:X4} in a name"
            );
            if (control)
            {
                Assert.That(EmailAddress.Make($"a{c}na@post.example", null, out _), Is.Null, $"U+{(int)c:X4} in an address");
            }
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    public void A_blank_name_is_no_name(string? name) => Assert.That(new EmailAddress("ana@post.example", name).Name, Is.Null);

    [Test]
    public void Neither_the_error_nor_the_text_form_repeats_an_address()
    {
        ArgumentException? refused = Assert.Throws<ArgumentException>(() => _ = new EmailAddress("canary canary@post.example", "canary"));

        Assert.That(refused?.Message, Does.Not.Contain("canary").IgnoreCase);
        Assert.That(new EmailAddress("canary@post.example", "canary").ToString(), Does.Not.Contain("canary").IgnoreCase);
    }
}
