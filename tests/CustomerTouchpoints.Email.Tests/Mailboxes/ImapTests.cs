using CustomerTouchpoints.Email.Mailboxes;
using CustomerTouchpoints.Testing;
using MailKit.Security;

namespace CustomerTouchpoints.Email.Tests.Mailboxes;

/// <summary>A mailbox on a real server, Dovecot.</summary>
public sealed class ImapTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly HashSet<string> Nothing = [];

    private DovecotServer server = null!;
    private ScriptedMail inbound = null!;
    private RecordingLog log = null!;

    [SetUp]
    public void Start() => (server, inbound, log) = (new DovecotServer(), new ScriptedMail(), new RecordingLog());

    [TearDown]
    public void Stop() => server.Dispose();

    [Test]
    public async Task Mail_is_taken_in_once_and_marked_where_it_lies()
    {
        server.Deliver(Mail("Received"));
        server.Deliver(Mail("Unclaimed"));
        await using ImapSource source = new("support", server.Options, TimeProvider.System);
        MailboxReader reader = Reader(source);
        await reader.StepAsync(CancellationToken.None);
        await reader.StepAsync(CancellationToken.None);

        Assert.That(inbound.Taken, Is.EqualTo(["Received", "Unclaimed"]));
        Assert.That(server.Mails(), Is.EqualTo(["Received $TouchpointsDone Seen", "Unclaimed $TouchpointsAside Flagged"]));
    }

    [Test]
    public async Task Mail_is_moved_to_folders_that_are_made()
    {
        ImapOptions options = server.Options;
        (options.DoneFolder, options.AsideFolder) = ("Done", "Aside");
        server.Deliver(Mail("Received"));
        server.Deliver(Mail("Unclaimed"));
        await using ImapSource source = new("support", options, TimeProvider.System);
        MailboxReader reader = Reader(source);
        await reader.StepAsync(CancellationToken.None);
        server.Deliver(Mail("Ignored"));
        await reader.StepAsync(CancellationToken.None);

        Assert.That(inbound.Taken, Is.EqualTo(["Received", "Unclaimed", "Ignored"]));
        Assert.That((server.Mails(), server.Mails("Done").Length, server.Mails("Aside").Length), Is.EqualTo((Array.Empty<string>(), 2, 1)));
    }

    [Test]
    public async Task What_was_not_marked_is_read_by_the_next_host()
    {
        server.Deliver(Mail("Received"));
        await using (ImapSource first = new("support", server.Options, TimeProvider.System))
        {
            MailEntry mail = (await first.ListAsync(Nothing, 10, CancellationToken.None)).Single();
            await using Stream? stream = await first.OpenAsync(mail, CancellationToken.None);
            Assert.That((mail.Size, stream!.Length > 0), Is.EqualTo((stream.Length, true)));
        }

        await using ImapSource second = new("support", server.Options, TimeProvider.System);
        await Reader(second).StepAsync(CancellationToken.None);
        Assert.That(inbound.Taken, Is.EqualTo(["Received"]));
    }

    [Test]
    public async Task New_mail_is_told_by_the_server_at_once()
    {
        await using ImapSource source = new("support", server.Options, TimeProvider.System);
        Assert.That(await source.ListAsync(Nothing, 10, CancellationToken.None), Is.Empty);
        Task waiting = source.WaitAsync(TimeSpan.FromDays(1), null, CancellationToken.None);
        server.Deliver(Mail("Received"));

        await waiting.WaitAsync(Patience);
        Assert.That(await source.ListAsync(Nothing, 10, CancellationToken.None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_waits_for_its_time_ends_the_waiting()
    {
        VirtualTime time = new();
        await using ImapSource source = new("support", server.Options, time);
        await source.ListAsync(Nothing, 10, CancellationToken.None);
        Task waiting = source.WaitAsync(TimeSpan.FromDays(1), TimeSpan.FromMinutes(1), CancellationToken.None);
        time.MoveTo(time.GetUtcNow() + TimeSpan.FromMinutes(1));

        await waiting.WaitAsync(Patience);
    }

    [Test]
    public async Task A_stop_ends_the_waiting()
    {
        using CancellationTokenSource stopping = new();
        await using ImapSource source = new("support", server.Options, TimeProvider.System);
        await source.ListAsync(Nothing, 10, CancellationToken.None);
        Task waiting = source.WaitAsync(TimeSpan.FromDays(1), null, stopping.Token);
        await stopping.CancelAsync();

        Assert.That(async () => await waiting.WaitAsync(Patience), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_server_that_was_down_is_read_again_without_anybody_doing_anything()
    {
        using CancellationTokenSource stopping = new();
        using MailboxWorker worker = new(
            [],
            null!,
            inbound,
            Microsoft.Extensions.Options.Options.Create(new InboundMailOptions()),
            Microsoft.Extensions.Options.Options.Create(new TouchpointsOptions()),
            TimeProvider.System,
            log
        );
        server.Deliver(Mail("Received"));
        Task loop = worker.LoopAsync(new ImapSource("support", server.Options, TimeProvider.System), stopping.Token);
        await UntilAsync(() => inbound.Taken.Count == 1);
        server.Stop();
        await UntilAsync(() => !log.Entries.IsEmpty);
        server.Start();
        server.Deliver(Mail("Reported"));
        await UntilAsync(() => inbound.Taken.Count == 2);
        await stopping.CancelAsync();
        await loop.WaitAsync(Patience);

        Assert.That(inbound.Taken, Is.EqualTo(["Received", "Reported"]));
        Assert.That(log.Entries, Has.All.StartWith("1503 Warning Mailbox support can't be read"));
    }

    [Test]
    public async Task A_login_that_is_refused_is_told_without_the_password()
    {
        ImapOptions options = server.Options;
        options.Password = "canary";
        await using ImapSource source = new("support", options, TimeProvider.System);
        Exception fault = Assert.CatchAsync(async () => await source.ListAsync(Nothing, 10, CancellationToken.None))!;

        Assert.That(fault, Is.TypeOf<AuthenticationException>());
        Assert.That(MailboxFault.Of(fault, source), Is.EqualTo("the login was refused"));
    }

    [Test]
    public async Task A_certificate_that_is_not_trusted_lets_no_password_out([Values] bool fromTheFirstByte)
    {
        ImapOptions options = server.Options;
        (options.Port, options.RequireTls) = (fromTheFirstByte ? server.TlsPort : server.Port, true);
        options.ImplicitTls = fromTheFirstByte;
        await using (ImapSource strict = new("support", options, TimeProvider.System))
        {
            Exception fault = Assert.CatchAsync(async () => await strict.ListAsync(Nothing, 10, CancellationToken.None))!;
            Assert.That(
                MailboxFault.Of(fault, strict),
                Does.Contain("certificate is not trusted").And.Contain("ImapOptions.TrustedCertificates")
            );
        }

        options.TrustedCertificates.Add(server.Certificate);
        await using ImapSource source = new("support", options, TimeProvider.System);
        Assert.That(await source.ListAsync(Nothing, 10, CancellationToken.None), Is.Empty);
    }

    private MailboxReader Reader(ImapSource source) =>
        new(source, inbound, Microsoft.Extensions.Options.Options.Create(new InboundMailOptions()), TimeProvider.System, log);

    private static async Task UntilAsync(Func<bool> there)
    {
        using CancellationTokenSource late = new(Patience);
        while (!there())
        {
            await Task.Delay(10, late.Token);
        }
    }

    private static string Mail(string subject) => $"From: ana@post.example\r\nTo: help@shop.example\r\nSubject: {subject}\r\n\r\nHello\r\n";
}
