using CustomerTouchpoints.Email.Mailboxes;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;

namespace CustomerTouchpoints.Email.Tests.Mailboxes;

/// <summary>A mail is marked once it is stored, is tried again where that may help, and stops no other.</summary>
public sealed class MailboxReaderTests
{
    private readonly InboundMailOptions options = new();
    private HeldMailbox mailbox = null!;
    private ScriptedMail inbound = null!;
    private VirtualTime time = null!;
    private RecordingLog log = null!;
    private MailboxReader reader = null!;

    [SetUp]
    public void Start()
    {
        (mailbox, inbound, time, log) = (new HeldMailbox(), new ScriptedMail(), new VirtualTime(), new RecordingLog());
        reader = new MailboxReader(mailbox, inbound, Microsoft.Extensions.Options.Options.Create(options), time, log);
    }

    [TestCase("Reported")]
    [TestCase("Received")]
    [TestCase("Ignored")]
    public async Task What_was_taken_in_is_marked(string outcome)
    {
        mailbox.Add("1", Mail(outcome));
        await reader.StepAsync(CancellationToken.None);

        Assert.That((mailbox.Done, mailbox.Aside.Count), Is.EqualTo((new List<string> { "1" }, 0)));
        Assert.That(log.Entries, Is.Empty);
    }

    [Test]
    public async Task What_nobody_takes_is_set_aside_with_the_reason()
    {
        mailbox.Add("1", Mail("Unclaimed"));
        await reader.StepAsync(CancellationToken.None);

        Assert.That(mailbox.Aside, Is.EqualTo(["1: as the subject says"]));
        Assert.That(log.Entries, Is.EqualTo(["1505 Warning Mail 1 of mailbox held is set aside for a person: as the subject says"]));
    }

    [Test]
    public async Task A_mail_that_fails_is_tried_three_times_and_stops_no_other()
    {
        mailbox.Add("1", Mail("Throws"));
        mailbox.Add("2", Mail("Received"));
        await reader.StepAsync(CancellationToken.None);
        Assert.That((mailbox.Done, mailbox.Aside.Count), Is.EqualTo((new List<string> { "2" }, 0)));

        await reader.StepAsync(CancellationToken.None);
        Assert.That(inbound.Taken.Count(subject => subject == "Throws"), Is.EqualTo(1), "It waits for its time.");
        Assert.That(reader.UntilDue, Is.EqualTo(TimeSpan.FromSeconds(1)));
        for (int i = 0; i < 3; i++)
        {
            time.MoveTo(time.GetUtcNow() + TimeSpan.FromSeconds(10));
            await reader.StepAsync(CancellationToken.None);
        }

        Assert.That(inbound.Taken.Count(subject => subject == "Throws"), Is.EqualTo(3));
        Assert.That(mailbox.Aside, Is.EqualTo(["1: It failed 3 times, at last with InvalidOperationException."]));
        Assert.That(string.Concat(log.Entries), Does.Contain("1506").And.Contain("1505").And.Not.Contain("canary"));
        Assert.That(reader.UntilDue, Is.Null);
    }

    [Test]
    public async Task A_mail_that_is_too_large_is_set_aside_unread()
    {
        options.MaxBytes = 1024;
        mailbox.Add("1", Mail("Received") + new string('x', 1024));
        await reader.StepAsync(CancellationToken.None);

        Assert.That(inbound.Taken, Is.Empty);
        Assert.That(mailbox.Aside.Single(), Does.StartWith("1: It has 10").And.EndsWith("1024 are taken."));
    }

    [Test]
    public async Task A_report_of_a_message_that_nobody_knows_is_given_again_for_a_while()
    {
        mailbox.Add("1", Mail("UnknownMessage"));
        for (int minute = 0; minute < 30; minute++)
        {
            await reader.StepAsync(CancellationToken.None);
            time.MoveTo(time.GetUtcNow() + TimeSpan.FromMinutes(1));
        }

        Assert.That(inbound.Taken, Has.Count.EqualTo(11));
        Assert.That(mailbox.Done, Is.EqualTo(["1"]), "It counts as made up, and a person need not look at it.");
    }

    [Test]
    public async Task What_the_desk_does_not_take_now_waits_as_long_as_it_takes()
    {
        mailbox.Add("1", Mail("TooMany"));
        for (int minute = 0; minute < 60; minute++)
        {
            await reader.StepAsync(CancellationToken.None);
            time.MoveTo(time.GetUtcNow() + TimeSpan.FromMinutes(1));
        }

        Assert.That((inbound.Taken.Count, mailbox.Done.Count, mailbox.Aside.Count), Is.EqualTo((60, 0, 0)));
    }

    [Test]
    public async Task With_the_store_down_nothing_is_marked_and_no_try_is_lost()
    {
        mailbox.Add("1", Mail("Received"));
        mailbox.Add("2", Mail("Received"));
        inbound.Fault = new StoreUnavailableException("down");
        for (int i = 0; i < 5; i++)
        {
            Assert.That(async () => await reader.StepAsync(CancellationToken.None), Throws.TypeOf<StoreUnavailableException>());
        }

        Assert.That((mailbox.Done.Count, mailbox.Aside.Count), Is.EqualTo((0, 0)));
        inbound.Fault = null;
        await reader.StepAsync(CancellationToken.None);
        Assert.That(mailbox.Done, Is.EqualTo(["1", "2"]));
    }

    [Test]
    public async Task A_mail_that_could_not_be_marked_is_handed_on_again()
    {
        mailbox.Add("1", Mail("Received"));
        mailbox.MarkFault = new IOException();
        Assert.That(async () => await reader.StepAsync(CancellationToken.None), Throws.TypeOf<IOException>());
        await reader.StepAsync(CancellationToken.None);

        Assert.That((inbound.Taken.Count, mailbox.Done.Count), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task A_full_mailbox_is_read_page_by_page()
    {
        for (int i = 0; i < 120; i++)
        {
            mailbox.Add($"{i:000}", Mail("Received"));
        }

        bool[] more =
        [
            await reader.StepAsync(CancellationToken.None),
            await reader.StepAsync(CancellationToken.None),
            await reader.StepAsync(CancellationToken.None),
        ];
        Assert.That(more, Is.EqualTo([true, true, false]));
        Assert.That(mailbox.Done, Has.Count.EqualTo(120));
    }

    private static string Mail(string outcome) => $"From: ana@post.example\r\nSubject: {outcome}\r\n\r\nHello\r\n";
}
