using System.Globalization;
using CustomerTouchpoints.Email.Tests.Smtp;
using CustomerTouchpoints.PostgreSql.Tests.Servers;

namespace CustomerTouchpoints.Samples.Tests;

/// <summary>Three hosts on one real database, killed now and then, and a real mail server that counts.</summary>
internal sealed class ManyHostsTests
{
    [Test]
    public async Task Every_parcel_is_told_three_times_whichever_hosts_are_killed()
    {
        using MailServer mail = new(tls: false, login: false);
        using Cluster database = Cluster.Start();
        string smtp = string.Create(CultureInfo.InvariantCulture, $"localhost:{mail.Port}");

        (int exitCode, string output, string error) = await SampleRun.ToEndAsync(
            "ManyHosts",
            "--postgres",
            database.ConnectionString,
            "--smtp",
            smtp,
            "--maildir",
            mail.Inbox,
            "--parcels",
            "30",
            "--kill"
        );

        await TestContext.Out.WriteLineAsync(output);
        Assert.That(exitCode, Is.Zero, error);
        Assert.That(output, Does.Contain("dead"), "hosts were killed");
        foreach (string subject in (string[])["Your parcel is packed", "Your parcel is on its way", "Your parcel is there"])
        {
            Assert.That(output, Does.Contain($"  30 x \"{subject}\""));
        }

        Assert.That(mail.Accepted.Distinct().Count(), Is.EqualTo(90));
    }

    [Test]
    public async Task Without_its_servers_it_says_how_it_is_run()
    {
        (int exitCode, _, string error) = await SampleRun.ToEndAsync("ManyHosts");
        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error, Does.Contain("--postgres"));
    }
}
