using System.Globalization;
using CustomerTouchpoints.Email.Tests.Smtp;

namespace CustomerTouchpoints.Samples.Tests;

/// <summary>The order story, its mails sent to a real server.</summary>
internal sealed class SmtpStoryTests
{
    [Test]
    public async Task Every_mail_reaches_the_server_once_and_none_a_second_time_when_it_is_told_again()
    {
        using MailServer server = new(tls: false, login: false);
        using TemporaryFolder folder = new();
        string[] arguments = ["--out", folder.Path, "--smtp", string.Create(CultureInfo.InvariantCulture, $"localhost:{server.Port}")];

        (int exitCode, string output, string error) = await SampleRun.ToEndAsync("OrderStory", arguments);

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(output, Does.Contain("217 mails").And.Contain($"the mailboxes of localhost:{server.Port}"));
        Assert.That(server.Accepted, Has.Count.EqualTo(217));
        Assert.That(server.Accepted, Is.Unique);

        Assert.That((await SampleRun.ToEndAsync("OrderStory", arguments)).ExitCode, Is.Zero);
        Assert.That(server.Accepted, Has.Count.EqualTo(217));
    }

    [TestCase("localhost")]
    [TestCase("localhost:")]
    [TestCase(":25")]
    [TestCase("localhost:smtp")]
    [TestCase("localhost:70000")]
    public async Task A_server_without_a_port_is_refused(string server)
    {
        (int exitCode, _, string error) = await SampleRun.ToEndAsync("OrderStory", "--smtp", server);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error, Does.Contain("like localhost:25"));
    }
}
