using System.Globalization;
using System.Text;
using CustomerTouchpoints.Email.Tests;
using CustomerTouchpoints.Email.Tests.Smtp;

namespace CustomerTouchpoints.Crash.Tests;

/// <summary>Hosts that are killed, fifty times, between a real file and a real mail server; what counts is what the server has.</summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class KillTests
{
    private const int KillsAtRandom = 16;
    private const int Seed = 20261124;

    /// <summary>In milliseconds: so long a host takes to tell its news.</summary>
    private const int LongestLife = 250;

    /// <summary>The places to die at, each three times: how often a host comes by at least decides how often it is let pass.</summary>
    private static readonly string[] Places =
    [
        "BeforeBegin:2",
        "BeforeBegin:3",
        "BeforeBegin:4",
        "AfterLoad:2",
        "AfterLoad:3",
        "AfterLoad:4",
        "BeforeCommit:1",
        "BeforeCommit:2",
        "BeforeCommit:3",
        "WithinCommit:1",
        "WithinCommit:2",
        "WithinCommit:4",
        "AfterCommit:1",
        "AfterCommit:2",
        "AfterCommit:3",
        "AfterClaim:1",
        "AfterClaim:6",
        "AfterClaim:12",
        "BeforeSend:1",
        "BeforeSend:6",
        "BeforeSend:12",
        "AfterSend:1",
        "AfterSend:6",
        "AfterSend:12",
        "ReportBeforeCommit",
        "ReportBeforeCommit",
        "ReportBeforeCommit",
        "ReportAfterCommit",
        "ReportAfterCommit",
        "ReportAfterCommit",
    ];

    /// <summary>Those that need something that an earlier host has left under way.</summary>
    private static readonly string[] PlacesInRecovery =
    [
        "RecoveryOpened",
        "RecoveryOpened",
        "RecoveryOpened",
        "RecoveryDecided",
        "RecoveryDecided",
        "RecoveryDecided",
    ];

    [OneTimeSetUp]
    public void Build() => CrashHost.Build();

    [Test]
    public async Task Fifty_kills_lose_no_mail_and_double_none_without_its_flag()
    {
        using MailServer server = new();
        using TemporaryFolder folder = new();
        var kills = new Kills(folder["touchpoints.db"], $"{server.Port},{server.CertificateFile}");
        var random = new Random(Seed);
        foreach (string place in Places)
        {
            await kills.KillAsync(place);
        }

        foreach (string place in PlacesInRecovery)
        {
            await kills.KillAsync("AfterSend:3");
            await kills.KillInRecoveryAsync(place);
        }

        for (int i = 0; i < KillsAtRandom; i++)
        {
            await kills.KillAsync(TimeSpan.FromMilliseconds(random.Next(LongestLife)));
        }

        await kills.EndAsync();
        server.Settle();
        server.WaitForRest();
        ILookup<string, Mail> mails = server.Delivered(server.Accepted.Count).Select(Mail.Read).ToLookup(mail => mail.Key);
        int duplicates = mails.Sum(copies => copies.Count() - 1);
        await TestContext.Out.WriteLineAsync(
            $"{kills.Count} kills, {kills.UnderWay.Count} attempts under way at them, {mails.Count} messages, {duplicates} of them twice"
        );

        Assert.That(kills.Count, Is.GreaterThanOrEqualTo(50));
        Assert.That(
            mails.Select(copies => copies.Key),
            Is.EquivalentTo(Enumerable.Range(0, kills.News).Select(number => number.ToString(CultureInfo.InvariantCulture))),
            "a mail was lost"
        );
        Assert.That(server.Accepted, Has.Count.EqualTo(mails.Sum(copies => copies.Count())));
        Assert.That(
            mails.Where(copies => copies.Select(mail => mail.MessageId).Distinct().Count() != 1).Select(copies => copies.Key),
            Is.Empty,
            "one message, one Message-ID"
        );
        Assert.That(
            mails.Where(copies => copies.Count(mail => !mail.MayBeRepeat) > 1).Select(copies => copies.Key),
            Is.Empty,
            "a duplicate without its flag"
        );
        Assert.That(
            mails
                .Where(copies => copies.Count() > 1 + kills.UnderWay.Count(attempt => attempt.Key == copies.Key))
                .Select(copies => copies.Key),
            Is.Empty,
            "more duplicates than attempts under way"
        );
        Assert.That(duplicates, Is.GreaterThan(0), "no duplicate was provoked: the kills come too early or too late");
    }

    [Test]
    public async Task A_message_that_kills_its_host_three_times_is_quarantined_and_takes_nobody_with_it()
    {
        using TemporaryFolder folder = new();
        string file = folder["touchpoints.db"];
        string[] arguments =
        [
            file,
            "0",
            "",
            "",
            string.Join(',', Enumerable.Range(0, 11).Select(number => $"good-{number}").Prepend("poison")),
        ];
        for (int death = 1; death <= 3; death++)
        {
            Life life = await CrashHost.RunAsync(arguments);
            Assert.That(life.WasKilled, Is.True, $"start {death}: {life.Error}");
        }

        Life last = await CrashHost.RunAsync(arguments);

        Assert.That(last.ExitCode, Is.Zero, last.Error);
        IReadOnlyList<(string Key, string Status, string Reason)> statuses = StoreFile.Statuses(file);
        Assert.That(
            statuses.Where(touchpoint => touchpoint.Status != "Sent"),
            Is.EqualTo([("poison", "InReview", """{"code":"too-many-doubts","attempts":"3","because":{"code":"host-stopped"}}""")])
        );
        Assert.That(statuses, Has.Count.EqualTo(12));
    }

    /// <summary>One copy of a message, as the server has it.</summary>
    private sealed record Mail(string Key, string MessageId, bool MayBeRepeat)
    {
        public static Mail Read(byte[] bytes)
        {
            string[] head = Encoding.ASCII.GetString(bytes).Split("\r\n\r\n")[0].Split("\r\n");
            return new Mail(Value(head, "Subject: News ")!, Value(head, "Message-ID: ")!, Value(head, "X-Possible-Repeat: ") == "yes");
        }

        private static string? Value(string[] head, string start) =>
            head.FirstOrDefault(line => line.StartsWith(start, StringComparison.OrdinalIgnoreCase))?[start.Length..];
    }
}
