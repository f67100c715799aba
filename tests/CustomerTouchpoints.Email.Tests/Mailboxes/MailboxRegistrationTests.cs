using CustomerTouchpoints.Desks;
using CustomerTouchpoints.Email.Tests.Smtp;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Tests.Mailboxes;

public sealed class MailboxRegistrationTests
{
    [Test]
    public async Task A_host_reads_the_mailboxes_that_it_has_added_until_it_stops()
    {
        using TemporaryFolder folder = new();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddCustomerTouchpoints(touchpoints =>
            touchpoints
                .UseInMemoryStore()
                .UseCustomers(new StubDirectory(Channel.Email, Channel.Chat))
                .AddEmailDropFolder(folder["out"], email => email.From = new Channels.MessageAddress("help@lumen.example"))
                .AddChannel("chat", (_, _) => Task.FromResult(Channels.SendResult.Sent()))
                .AddInquiries(_ => new TwoChannelDesk())
                .AddMailFolder("files", folder["in"])
                .AddMaildir("box", folder["box"])
                .AddInboundMail(inbound =>
                {
                    inbound.PollInterval = TimeSpan.FromSeconds(1);
                    inbound.FindCustomer = (_, _) => ValueTask.FromResult<CustomerId?>("ana");
                })
        );
        Directory.CreateDirectory(folder["in"]);
        Directory.CreateDirectory(folder["box/new"]);
        const string mail = "From: ana@post.example\nMessage-ID: <1@ana.example>\n\nWhere is it?\n";
        await File.WriteAllTextAsync(folder["in/1.eml"], mail);
        await File.WriteAllTextAsync(folder["box/new/1"], mail.Replace("<1@", "<2@", StringComparison.Ordinal));
        using (IHost host = builder.Build())
        {
            await host.StartAsync();
            MailServer.WaitUntil(() => File.Exists(folder["in/done/1.eml"]) && File.Exists(folder["box/cur/1:2,S"]), "both to be taken in");
            MailServer.WaitUntil(
                () => Directory.Exists(folder["out"]) && Directory.GetFiles(folder["out"], "*.eml").Length == 2,
                "receipts"
            );
            await host.StopAsync();
        }
    }

    [Test]
    public void Each_mailbox_has_a_name_of_its_own() =>
        Assert.That(
            () => new ServiceCollection().AddCustomerTouchpoints(touchpoints => touchpoints.AddMaildir("a", "x").AddMailFolder("a", "y")),
            Throws.ArgumentException.With.Message.StartsWith("There is a mailbox \"a\" already")
        );

    [Test]
    public async Task Settings_that_can_not_work_are_refused_at_the_start_and_told_without_the_password()
    {
        await using ServiceProvider host = new ServiceCollection()
            .AddCustomerTouchpoints(touchpoints =>
                touchpoints.AddImapMailbox(
                    "support",
                    imap =>
                    {
                        (imap.Host, imap.Port, imap.RequireTls, imap.Folder) = ("no host", 0, false, "");
                        (imap.Password, imap.Timeout) = ("canary", TimeSpan.Zero);
                    },
                    inbound =>
                    {
                        (inbound.MaxBytes, inbound.PollInterval) = (0, TimeSpan.Zero);
                        (inbound.UnknownFor, inbound.MaxTries) = (TimeSpan.FromSeconds(-1), 0);
                    }
                )
            )
            .BuildServiceProvider();
        AggregateException faults = Assert.Throws<AggregateException>(() => host.GetRequiredService<IStartupValidator>().Validate())!;
        string[] told = [.. faults.InnerExceptions.Cast<OptionsValidationException>().SelectMany(fault => fault.Failures).Where(Ours)];

        Assert.That(told, Has.Length.EqualTo(10));
        Assert.That(told.Count(fault => fault.StartsWith("ImapOptions of mailbox support: ", StringComparison.Ordinal)), Is.EqualTo(6));
        Assert.That(string.Concat(told), Does.Not.Contain("canary"));
    }

    private static bool Ours(string fault) =>
        fault.StartsWith("ImapOptions", StringComparison.Ordinal) || fault.StartsWith("InboundMailOptions", StringComparison.Ordinal);
}
