namespace CustomerTouchpoints.Samples.Tests;

/// <summary>The order story as a newcomer runs it.</summary>
internal sealed class OrderStoryTests
{
    private static readonly string[] NeededHeaders =
    [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "In-Reply-To",
        "References",
        "Reply-To",
        "Auto-Submitted",
        "MIME-Version",
        "Content-Type",
        "Content-Language",
    ];

    private TemporaryFolder folder = null!;
    private (int ExitCode, string Output, string Error) told;

    [OneTimeSetUp]
    public async Task Tell_the_story()
    {
        folder = new TemporaryFolder();
        told = await SampleRun.ToEndAsync("OrderStory", "--out", folder.Path);
    }

    [OneTimeTearDown]
    public void Forget_it() => folder.Dispose();

    [Test]
    public void It_ends_well_and_says_what_became_of_each_customer()
    {
        Assert.That(told.ExitCode, Is.Zero, told.Error);
        Assert.That(told.Error, Is.Empty);
        foreach (
            string expected in (string[])
                ["Olivia Hart (en-GB, Europe/London)", "田中 さくら", "Not told, and why", "Facts that led nowhere, and why", "217 mails"]
        )
        {
            Assert.That(told.Output, Does.Contain(expected));
        }
    }

    [Test]
    public void Its_output_stays_within_its_width() =>
        Assert.That(told.Output.Split('\n').Select(line => line.Length).Max(), Is.LessThanOrEqualTo(110));

    [Test]
    public void Every_kind_of_dirty_fact_is_told_by_its_name()
    {
        foreach (string outcome in (string[])["known already", "NoEffect:", "Late:", "Conflict:", "Parked:", "Closed:"])
        {
            Assert.That(told.Output, Does.Contain(outcome));
        }
    }

    [Test]
    public void Every_reason_for_silence_is_told()
    {
        foreach (
            string reason in (string[])
                [
                    "no address for email",
                    "not agreed to promotional",
                    "stale: due",
                    "solved: the journey",
                    "delivered has ended",
                    "only when the order came to 500 or more",
                    "the data lacks what it",
                ]
        )
        {
            Assert.That(told.Output, Does.Contain(reason));
        }
    }

    [Test]
    public void Broken_lines_of_its_feed_are_told_with_their_numbers()
    {
        Assert.That(told.Output, Does.Contain("line 31 is left out: it is not JSON"));
        Assert.That(told.Output, Does.Contain("3 lines of the feed were left out"));
    }

    [Test]
    public void Every_mail_has_whole_headers_and_an_id_of_its_own()
    {
        IReadOnlyList<Mail> mails = Mail.ReadAll(folder.Mail);

        Assert.That(mails, Has.Count.EqualTo(217));
        Assert.That(mails.Select(mail => mail.Id), Is.Unique);
        foreach (Mail mail in mails)
        {
            Assert.That(NeededHeaders.Except(mail.Headers.Keys), Is.Empty, mail.File);
            Assert.That(mail.Id, Is.EqualTo($"<{Path.GetFileNameWithoutExtension(mail.File)}@lumen.example>"));
        }
    }

    [Test]
    public void It_writes_in_four_languages_and_knows_their_regions()
    {
        IEnumerable<string> cultures = Mail.ReadAll(folder.Mail).Select(mail => mail.Language).Distinct();

        Assert.That(cultures, Is.EquivalentTo((string[])["en-GB", "en-CA", "fr-FR", "fr-CA", "de-DE", "it-IT"]));
    }

    [Test]
    public void Nobody_but_customers_of_the_shop_is_written_to()
    {
        string[] recipients = [.. Mail.ReadAll(folder.Mail).Select(mail => mail.Headers["To"].Split('<')[^1].TrimEnd('>')).Distinct()];

        Assert.That(recipients, Has.Length.EqualTo(10));
        Assert.That(recipients, Does.Contain("juergen@xn--mnchen-3ya.example"));
        Assert.That(recipients, Does.Not.Contain("everybody@lumen.example"));
    }

    [Test]
    public void A_hostile_name_is_only_a_strange_name()
    {
        string[] pages = [.. Directory.EnumerateFiles(folder.Mail).Select(File.ReadAllText)];
        string[] html =
        [
            .. pages.Select(page =>
                page[page.IndexOf("<!DOCTYPE html>", StringComparison.Ordinal)..].Replace("=\r\n", "", StringComparison.Ordinal)
            ),
        ];

        Assert.That(
            html.Count(page => page.Contains("href=3D\"https://evil.example", StringComparison.Ordinal)),
            Is.Zero,
            "links to where the name points"
        );
        Assert.That(html.Count(page => page.Contains("<script", StringComparison.OrdinalIgnoreCase)), Is.Zero, "scripts");
        Assert.That(
            html.Count(page => page.Contains("javascript:", StringComparison.OrdinalIgnoreCase)),
            Is.Zero,
            "addresses that run code"
        );
        Assert.That(html.Count(page => page.Contains("Hello [bank](https://evil.example)", StringComparison.Ordinal)), Is.GreaterThan(1));
    }

    [Test]
    public async Task Told_again_it_sends_nothing_twice_and_says_so()
    {
        Dictionary<string, DateTime> before = FilesOf(folder);

        (int exitCode, string output, _) = await SampleRun.ToEndAsync("OrderStory", "--out", folder.Path);

        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Does.Contain("facts that the store knows already"));
        Assert.That(output, Does.Contain("0 mails and 0 text messages in this run"));
        Assert.That(FilesOf(folder), Is.EqualTo(before));
    }

    private static Dictionary<string, DateTime> FilesOf(TemporaryFolder folder) =>
        Directory
            .EnumerateFiles(folder.Mail)
            .Concat(Directory.EnumerateFiles(folder.Texts))
            .ToDictionary(file => file, File.GetLastWriteTimeUtc);
}
