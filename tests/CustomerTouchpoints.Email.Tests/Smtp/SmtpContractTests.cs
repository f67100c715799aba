using CustomerTouchpoints.Email.Smtp;
using CustomerTouchpoints.Email.Tests.Reading;
using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.Email.Tests.Smtp;

/// <summary>The contract of every channel sender, kept by email through a real server over STARTTLS and with a login.</summary>
public sealed class SmtpContractTests
{
    private static MailServer? server;
    private static SmtpTransport? transport;

    private static IReadOnlyList<ContractCase> Cases =>
        ChannelSenderContract.Cases(() => Some.Sender(transport!), "good.address@post.example");

    [OneTimeSetUp]
    public void Start()
    {
        server = new MailServer();
        transport = Via.Tls(server);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        transport?.Dispose();
        server?.Dispose();
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Email_keeps_the_contract_through_a_server(ContractCase promise)
    {
        await promise.RunAsync();

        foreach (StrictMail mail in server!.Delivered(server.Accepted.Count).Select(StrictMail.Read))
        {
            Assert.That(mail.Mailbox("To").Address, Is.EqualTo("good.address@post.example"));
            Assert.That(mail.Parts().Select(part => part.Content()), Has.Exactly(2).Items.And.All.Not.Empty);
        }
    }
}
