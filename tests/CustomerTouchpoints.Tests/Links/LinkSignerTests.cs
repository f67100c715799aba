using CustomerTouchpoints.Links;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Tests.Links;

/// <summary>A link works for its purpose, until it expires, and nothing that was made otherwise does.</summary>
public sealed class LinkSignerTests
{
    private const string Base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly string Secret = Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());
    private static readonly string OtherSecret = Convert.ToBase64String(Enumerable.Range(100, 48).Select(i => (byte)i).ToArray());

    private static readonly LinkSubject[] Subjects =
    [
        new() { Customer = "ana" },
        new() { Customer = "ana", Journey = "order/1042" },
        new()
        {
            Customer = "Ánna / <b>&\u202e 🦊",
            Journey = new JourneyId("order", "a/b?c=d#e"),
            Category = Category.Promotional,
            Channel = Channel.Email,
            Wording = "letters-2026-03",
        },
        new() { Customer = new CustomerId(new string('漢', 200)), Journey = new JourneyId("order", new string('字', 200)) },
    ];

    private readonly VirtualTime time = new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));

    [TestCaseSource(nameof(Subjects))]
    public void What_was_signed_comes_back(LinkSubject subject)
    {
        LinkSigner links = Signer();

        string token = links.Sign(LinkPurpose.Status, subject);

        Assert.That(links.Verify(LinkPurpose.Status, token), Is.EqualTo(subject));
        Assert.That(token, Does.Match("^[A-Za-z0-9_-]+$"));
    }

    [Test]
    public void A_link_begins_with_the_base_address_and_its_purpose()
    {
        Uri link = Signer().Link(LinkPurpose.Preferences, Subjects[0]);

        Assert.That(link.AbsoluteUri, Does.StartWith("https://shop.example/my/preferences/"));
        Assert.That(Signer().Verify(LinkPurpose.Preferences, link.Segments[^1]), Is.EqualTo(Subjects[0]));
    }

    [Test]
    public void None_of_100_000_tampered_tokens_works()
    {
        LinkSigner links = Signer();
        var random = new Random(1042);
        string[] good = [.. Subjects.Select(subject => links.Sign(LinkPurpose.Unsubscribe, subject))];
        var known = good.ToHashSet();
        var accepted = new List<string>();
        for (int i = 0; i < 100_000; i++)
        {
            string token = Tampered(good[i % good.Length], random);
            if (!known.Contains(token) && links.Verify(LinkPurpose.Unsubscribe, token) is not null)
            {
                accepted.Add(token);
            }
        }

        Assert.That(accepted, Is.Empty);
    }

    [Test]
    public void No_single_character_can_be_changed()
    {
        LinkSigner links = Signer();
        string token = links.Sign(LinkPurpose.Status, Subjects[1]);
        Assert.That(
            from index in Enumerable.Range(0, token.Length)
            from other in Base64Url + "=+/. \n%é\0"
            let changed = token[..index] + other + token[(index + 1)..]
            where changed != token && links.Verify(LinkPurpose.Status, changed) is not null
            select changed,
            Is.Empty
        );
    }

    [Test]
    public void Everything_wrong_has_one_answer()
    {
        LinkSigner links = Signer();
        string token = links.Sign(LinkPurpose.Status, Subjects[0]);
        string?[] wrong =
        [
            null,
            "",
            " ",
            token + "=",
            token + " ",
            " " + token,
            token[..^1],
            token + "A",
            token.ToLowerInvariant(),
            new string('A', 10_000_000),
            Signer(keys: [("2026-11", OtherSecret)]).Sign(LinkPurpose.Status, Subjects[0]),
            Signer(keys: [("other", Secret)]).Sign(LinkPurpose.Status, Subjects[0]),
        ];
        Assert.That(wrong.Where(text => links.Verify(LinkPurpose.Status, text) is not null), Is.Empty);
        Assert.That(links.Verify(default, token), Is.Null);
    }

    [Test]
    public void A_link_for_one_purpose_is_worth_nothing_for_another()
    {
        LinkSigner links = Signer();
        string token = links.Sign(LinkPurpose.Status, Subjects[2]);

        Assert.That(links.Verify(LinkPurpose.Preferences, token), Is.Null);
        Assert.That(links.Verify(LinkPurpose.Unsubscribe, token), Is.Null);
        Assert.That(links.Verify(new LinkPurpose("invoice"), token), Is.Null);
    }

    [Test]
    public void A_link_works_until_the_end_of_the_day_on_which_its_lifetime_ends()
    {
        LinkSigner links = Signer();
        string status = links.Sign(LinkPurpose.Status, Subjects[0]);
        string unsubscribe = links.Sign(LinkPurpose.Unsubscribe, Subjects[0]);
        string exact = links.Sign(LinkPurpose.Status, Subjects[0], time.GetUtcNow().AddMinutes(10));

        time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.That(links.Verify(LinkPurpose.Status, exact), Is.Not.Null);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(links.Verify(LinkPurpose.Status, exact), Is.Null);

        time.Advance(new DateTimeOffset(2027, 5, 29, 23, 59, 59, TimeSpan.Zero) - time.GetUtcNow());
        Assert.That(links.Verify(LinkPurpose.Status, status), Is.Not.Null, "180 days after 30 November is 29 May.");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(links.Verify(LinkPurpose.Status, status), Is.Null);
        Assert.That(links.Verify(LinkPurpose.Unsubscribe, unsubscribe), Is.Not.Null, "Two years.");
        time.Advance(new DateTimeOffset(2028, 11, 30, 0, 0, 0, TimeSpan.Zero) - time.GetUtcNow());
        Assert.That(links.Verify(LinkPurpose.Unsubscribe, unsubscribe), Is.Null);
    }

    [Test]
    public void Made_twice_on_one_day_a_link_is_the_same()
    {
        Uri morning = Signer().Link(LinkPurpose.Status, Subjects[1]);
        time.Advance(TimeSpan.FromHours(11));

        Assert.That(Signer().Link(LinkPurpose.Status, Subjects[1]), Is.EqualTo(morning));
    }

    [Test]
    public void Keys_change_without_a_link_that_breaks()
    {
        string before = Signer(keys: [("a", Secret)]).Sign(LinkPurpose.Status, Subjects[0]);
        LinkSigner both = Signer(keys: [("b", OtherSecret), ("a", Secret)]);
        string after = both.Sign(LinkPurpose.Status, Subjects[0]);

        Assert.That(both.Verify(LinkPurpose.Status, before), Is.Not.Null);
        Assert.That(both.Verify(LinkPurpose.Status, after), Is.Not.Null);
        LinkSigner only = Signer(keys: [("b", OtherSecret)]);
        Assert.That(only.Verify(LinkPurpose.Status, before), Is.Null);
        Assert.That(only.Verify(LinkPurpose.Status, after), Is.Not.Null);
    }

    [Test]
    public void What_is_declined_by_a_link_is_what_can_be()
    {
        LinkSigner links = Signer();
        LinkSubject? Of(Category category) =>
            links.Verify(LinkPurpose.Unsubscribe, links.UnsubscribeLink("ana", category, Channel.Email).Segments[^1]);

        Assert.That(Of(Category.Promotional)!.Category, Is.EqualTo(Category.Promotional));
        Assert.That(Of(Category.Service)!.Category, Is.EqualTo(Category.Service));
        Assert.That(Of(Category.Transactional)!.Category, Is.EqualTo(Category.Promotional));
        Assert.That(Of(Category.Promotional)!.Channel, Is.EqualTo(Channel.Email));
    }

    [Test]
    public void Nothing_is_signed_for_nobody_or_for_nothing()
    {
        LinkSigner links = Signer();
        Assert.That(() => links.Sign(default, Subjects[0]), Throws.ArgumentException);
        Assert.That(() => links.Sign(LinkPurpose.Status, new LinkSubject { Customer = default }), Throws.ArgumentException);
        Assert.That(() => links.Sign(LinkPurpose.Status, Subjects[0] with { Journey = default(JourneyId) }), Throws.ArgumentException);
        Assert.That(() => links.Sign(LinkPurpose.Status, Subjects[0] with { Channel = default(Channel) }), Throws.ArgumentException);
        Assert.That(() => links.Sign(LinkPurpose.Status, Subjects[0] with { Wording = "a\nb" }), Throws.ArgumentException);
        Assert.That(() => links.Sign(LinkPurpose.Status, Subjects[0], time.GetUtcNow()), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new LinkPurpose("Status/../x"), Throws.ArgumentException);
    }

    private LinkSigner Signer(params (string Id, string Secret)[] keys)
    {
        var options = new LinkSigningOptions { BaseAddress = new Uri("https://shop.example/my/") };
        foreach ((string id, string secret) in keys.Length > 0 ? keys : [("2026-11", Secret)])
        {
            options.AddKey(id, secret);
        }

        return new LinkSigner(Options.Create(options), time);
    }

    /// <summary>A token that somebody has changed in one of the ways in which one would.</summary>
    private static string Tampered(string token, Random random)
    {
        char[] text = token.ToCharArray();
        switch (random.Next(6))
        {
            case 0:
                text[random.Next(text.Length)] = Base64Url[random.Next(64)];
                return new string(text);
            case 1:
                return token[..random.Next(token.Length)];
            case 2:
                return token + Base64Url[random.Next(64)];
            case 3:
                int from = random.Next(text.Length);
                int to = random.Next(text.Length);
                (text[from], text[to]) = (text[to], text[from]);
                return new string(text);
            case 4:
                byte[] bytes = System.Buffers.Text.Base64Url.DecodeFromChars(token);
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return System.Buffers.Text.Base64Url.EncodeToString(bytes);
            default:
                // The last characters, whose bits nobody may need.
                text[^1] = Base64Url[random.Next(64)];
                return new string(text);
        }
    }
}
