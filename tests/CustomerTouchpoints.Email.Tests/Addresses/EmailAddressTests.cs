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
    [TestCase("a..b@docomo.example", "a..b@docomo.example")]
    [TestCase("ana.@docomo.example", "ana.@docomo.example")]
    [TestCase(".ana@docomo.example", "\".ana\"@docomo.example")]
    [TestCase("\"ana silva\"@post.example", "\"ana silva\"@post.example")]
    [TestCase("\"a@b\"@post.example", "\"a@b\"@post.example")]
    [TestCase("žofie@post.example", "žofie@post.example")]
    [TestCase("山田@日本語.jp", "山田@xn--wgv71a119e.jp")]
    [TestCase("ana@post.example.", "ana@post.example")]
    [TestCase("ana@post_office.example", "ana@post_office.example")]
    [TestCase("ana@-post-.example", "ana@-post-.example")]
    [TestCase("ana@[127.0.0.1]", "ana@[127.0.0.1]")]
    [TestCase("ana@[IPv6:2001:db8::1]", "ana@[IPv6:2001:db8::1]")]
    [TestCase("  ana@post.example ", "ana@post.example")]
    [TestCase("\tana@post.example\r\n", "ana@post.example")]
    [TestCase("\u00a0ana@post.example\u200b", "ana@post.example")]
    [TestCase("\ufeffana@post.example\u202c", "ana@post.example")]
    public void An_address_is_kept_and_its_domain_becomes_ascii(string address, string expected) =>
        Assert.That(new EmailAddress(address).Address, Is.EqualTo(expected));

    [TestCase("", "is empty")]
    [TestCase("ana", "exactly one @")]
    [TestCase("ana@b@post.example", "exactly one @")]
    [TestCase("@post.example", "nothing before the @")]
    [TestCase("ana@", "domain that is empty")]
    [TestCase("ana silva@post.example", "blank, quote or other character")]
    [TestCase("ana,eve@post.example", "blank, quote or other character")]
    [TestCase("<ana@post.example>", "blank, quote or other character")]
    [TestCase("ana(comment)@post.example", "blank, quote or other character")]
    [TestCase("=?utf-8?Q?=0D=0A?=ana@post.example", "encoded word")]
    [TestCase(Local64 + "4@post.example", "more than 64 characters before the @")]
    [TestCase("ana@post..example", "misplaced dot")]
    [TestCase("ana@post.example>", "not allowed in a domain")]
    [TestCase("ana@post.example, eve@evil.example", "exactly one @")]
    [TestCase("ana@127.0.0.1", "ends in a number")]
    [TestCase("ana@" + Label63 + "3.example", "label of more than 63")]
    [TestCase("ana@☃.example", "punycode")]
    [TestCase("ana@post\u3002example", "punycode")]
    [TestCase("ana@post\uFF1Eexample", "punycode")]
    [TestCase("ana@münchen..example", "punycode")]
    [TestCase("ana@post.example\r\nBcc: eve@evil.example", "control character")]
    [TestCase("\0ana@post.example", "control character")]
    [TestCase("ana@post.example\0", "control character")]
    [TestCase("ana\n@post.example", "control character")]
    [TestCase("\"ana@post.example", "quote before the @")]
    [TestCase("\"a\"b\"@post.example", "quote before the @")]
    [TestCase("\"\"@post.example", "quote before the @")]
    [TestCase("\"žofie\"@post.example", "quote before the @")]
    [TestCase("ana＠post.example", "exactly one @")]
    [TestCase("a\u200bna@post.example", "blank, quote or other character")]
    [TestCase("ana@[127.1]", "not allowed in a domain")]
    [TestCase("ana@[post.example]", "not allowed in a domain")]
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
    public void Half_a_surrogate_pair_is_refused_in_an_address_and_replaced_in_a_name(string half)
    {
        Assert.That(EmailAddress.Make($"ana{half}@post.example", null, out string? local), Is.Null);
        Assert.That(EmailAddress.Make($"ana@post{half}.example", null, out string? domain), Is.Null);
        Assert.That((string?[])[local, domain], Has.All.Contain("half a surrogate pair"));
        Assert.That(EmailAddress.Make("ana@post.example", $"Ana{half}", out _)?.Name, Does.Match("^Ana\uFFFD+$"));
    }

    [TestCase("Ana\r\n", "Ana")]
    [TestCase("Ana\tSilva", "Ana Silva")]
    [TestCase("\nAna \u2028 Silva\0", "Ana  Silva")]
    [TestCase("Ana\r\nBcc: eve@evil.example", "Ana Bcc: eve@evil.example")]
    [TestCase("\u0085\u2029", null)]
    public void A_name_becomes_one_line(string name, string? expected) =>
        Assert.That(new EmailAddress("ana@post.example", name).Name, Is.EqualTo(expected));

    [Test]
    public void A_name_that_is_too_long_is_cut() =>
        Assert.That(
            new EmailAddress("ana@post.example", string.Concat(Enumerable.Repeat("📦", 600))).Name,
            Has.Length.LessThanOrEqualTo(1000).And.EndsWith("📦…")
        );

    [Test]
    public void No_control_character_is_left_in_a_name_and_none_is_taken_within_an_address()
    {
        for (char c = '\0'; c < '\u00A0'; c++)
        {
            bool control = c is < ' ' or > '~';
            string? name = EmailAddress.Make("ana@post.example", $"A{c}na", out _)?.Name;
            Assert.That(name, control ? Is.EqualTo("A na") : Is.EqualTo($"A{c}na"), $"U+{(int)c:X4} in a name");
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
