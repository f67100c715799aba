using CustomerTouchpoints.Email.DropFolder;
using CustomerTouchpoints.Email.Tests.Reading;
using CustomerTouchpoints.Testing.Contracts;

namespace CustomerTouchpoints.Email.Tests;

/// <summary>
/// The contract of every channel sender, kept by email into a real folder; whatever lands there must be a faultless message.
/// </summary>
public sealed class EmailContractTests
{
    private static readonly TemporaryFolder Folder = new();

    private static IReadOnlyList<ContractCase> Cases =>
        ChannelSenderContract.Cases(() => Some.Sender(new DropFolderTransport(Folder.Path)), "good.address@post.example");

    [TestCaseSource(nameof(Cases))]
    public async Task Email_keeps_the_contract(ContractCase promise)
    {
        await promise.RunAsync();

        foreach (string path in Folder.Mails)
        {
            StrictMail mail = StrictMail.Read(await File.ReadAllBytesAsync(path));
            Assert.That(mail.Mailbox("To").Address, Is.EqualTo("good.address@post.example"));
            Assert.That(mail.Parts().Select(part => part.Content()), Has.Exactly(2).Items.And.All.Not.Empty);
        }
    }

    [OneTimeTearDown]
    public void RemoveTheFolder() => Folder.Dispose();
}
