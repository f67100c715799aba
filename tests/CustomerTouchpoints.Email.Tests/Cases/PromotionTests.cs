using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Composing;
using CustomerTouchpoints.Email.Signing;
using CustomerTouchpoints.Email.Tests.Reading;
using CustomerTouchpoints.Links;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Tests.Cases;

/// <summary>Who gets promotional mail can leave the list by one click, as large providers ask.</summary>
public sealed class PromotionTests
{
    [TestCase("https://lumen.example/leave?id=ana&token=ü", "<https://lumen.example/leave?id=ana&token=%C3%BC>", true)]
    [TestCase("mailto:leave@lumen.example?subject=leave", "<mailto:leave@lumen.example?subject=leave>", false)]
    public async Task A_promotional_mail_says_where_to_leave_the_list(string link, string header, bool byOneClick)
    {
        (SendResult result, StrictMail? mail, RecordingLog log) = await SendAsync(Category.Promotional, _ => new Uri(link));

        Assert.That(result.Outcome, Is.EqualTo(SendOutcome.Sent), result.Reason);
        Assert.That(mail!["List-Unsubscribe"], Is.EqualTo(header));
        Assert.That(
            mail.Has("List-Unsubscribe-Post") ? mail["List-Unsubscribe-Post"] : null,
            Is.EqualTo(byOneClick ? "List-Unsubscribe=One-Click" : null)
        );
        Assert.That(log.Entries, Is.Empty);
    }

    [Test]
    public async Task Other_mail_says_nothing_of_it([Values(Category.Transactional, Category.Service)] Category category)
    {
        (_, StrictMail? mail, RecordingLog log) = await SendAsync(category, _ => new Uri("https://lumen.example/leave"));

        Assert.That((mail!.Has("List-Unsubscribe"), mail.Has("List-Unsubscribe-Post")), Is.EqualTo((false, false)));
        Assert.That(log.Entries, Is.Empty);
    }

    [Test]
    public async Task Promotional_mail_without_a_way_out_leaves_and_is_told_once_in_the_log()
    {
        (SendResult result, StrictMail? mail, RecordingLog log) = await SendAsync(Category.Promotional, null, times: 3);

        Assert.That((result.Outcome, mail!.Has("List-Unsubscribe")), Is.EqualTo((SendOutcome.Sent, false)));
        Assert.That(log.Entries, Has.Count.EqualTo(1));
        Assert.That(log.Entries.Single(), Does.StartWith("1502 Warning Promotional mail leaves without List-Unsubscribe"));
    }

    [TestCase("http://lumen.example/leave", SendOutcome.PermanentFailure)]
    [TestCase("javascript:alert(1)", SendOutcome.PermanentFailure)]
    [TestCase("", SendOutcome.TemporaryFailure)]
    public async Task A_link_that_can_not_stand_there_is_told_and_nothing_leaves(string link, SendOutcome outcome)
    {
        (SendResult result, StrictMail? mail, _) = await SendAsync(
            Category.Promotional,
            _ => link.Length == 0 ? throw new InvalidOperationException() : new Uri(link)
        );

        Assert.That(result.Outcome, Is.EqualTo(outcome));
        Assert.That(result.Reason, Does.Contain("EmailOptions.Unsubscribe"));
        Assert.That(mail, Is.Null);
    }

    [TestCase(Category.Promotional, false, true)]
    [TestCase(Category.Service, false, false)]
    [TestCase(Category.Service, true, true)]
    [TestCase(Category.Transactional, true, false)]
    public void With_links_a_mail_that_may_be_declined_names_its_own(Category category, bool serviceMayBeDeclined, bool isNamed)
    {
        LinkSigner links = Signer("https://shop.example/my");
        StrictMail mail = Compose(category, serviceMayBeDeclined, links, unsubscribe: null);

        Assert.That(mail.Has("List-Unsubscribe"), Is.EqualTo(isNamed));
        Assert.That(mail.Has("List-Unsubscribe-Post"), Is.EqualTo(isNamed));
        if (isNamed)
        {
            string link = mail["List-Unsubscribe"];
            Assert.That(link, Does.StartWith("<https://shop.example/my/unsubscribe/").And.EndsWith(">"));
            LinkSubject? subject = links.Verify(LinkPurpose.Unsubscribe, link[(link.LastIndexOf('/') + 1)..^1]);
            Assert.That((subject?.Customer.Value, subject?.Category, subject?.Channel), Is.EqualTo(("ana", category, Channel.Email)));
        }
    }

    [Test]
    public void What_the_host_says_comes_before_the_link()
    {
        StrictMail mail = Compose(
            Category.Promotional,
            false,
            Signer("https://shop.example/my"),
            _ => new Uri("https://own.example/leave")
        );

        Assert.That(mail["List-Unsubscribe"], Is.EqualTo("<https://own.example/leave>"));
    }

    [Test]
    public void A_link_on_this_machine_is_left_out_and_the_mail_leaves() =>
        Assert.That(Compose(Category.Promotional, false, Signer("http://127.0.0.1:5080/my"), null).Has("List-Unsubscribe"), Is.False);

    private static LinkSigner Signer(string address) =>
        new(
            Options.Create(new LinkSigningOptions { BaseAddress = new Uri(address) }.AddKey("a", Convert.ToBase64String(new byte[32]))),
            TimeProvider.System
        );

    private static StrictMail Compose(
        Category category,
        bool serviceMayBeDeclined,
        LinkSigner links,
        Func<OutgoingMessage, Uri?>? unsubscribe
    )
    {
        EmailOptions options = Some.Options();
        options.Unsubscribe = unsubscribe;
        IOptions<EmailOptions> given = Options.Create(options);
        var engine = new TouchpointsOptions { ServiceMayBeDeclined = serviceMayBeDeclined };
        EmailMessage? mail = new EmailComposer(given, new DkimKeys(given), Options.Create(engine), links).Compose(
            Some.Message() with
            {
                Category = category,
            },
            out SendResult? refusal
        );
        return StrictMail.Read(mail?.ToBytes() ?? throw new InvalidOperationException(refusal?.Reason));
    }

    private static async Task<(SendResult Result, StrictMail? Mail, RecordingLog Log)> SendAsync(
        Category category,
        Func<OutgoingMessage, Uri?>? unsubscribe,
        int times = 1
    )
    {
        RecordingLog log = new();
        RecordingTransport transport = new();
        EmailOptions options = Some.Options();
        options.Unsubscribe = unsubscribe;
        EmailSender sender = Some.Sender(transport, options, log);
        SendResult? result = null;
        for (int i = 0; i < times; i++)
        {
            result = await sender.SendAsync(Some.Message() with { Category = category }, CancellationToken.None);
        }

        return (result!, transport.Sent.LastOrDefault() is { } sent ? StrictMail.Read(sent.ToBytes()) : null, log);
    }
}
