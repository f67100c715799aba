namespace CustomerTouchpoints.Samples.Tests;

/// <summary>What the order story makes of other feeds and other words on its command line.</summary>
internal sealed class FeedTests
{
    private const string Placed =
        """{"event":"order.placed","journey":"order/1","customer":"olivia-hart","id":"web-1","at":"2026-10-12T09:14:00+01:00","data":{"""
        + """ "total":{"amount":1,"currency":"GBP"},"items":[{"name":"Strap","count":1,"price":{"amount":1,"currency":"GBP"}}]}}""";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make_a_folder() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove_it() => folder.Dispose();

    [Test]
    public async Task Each_broken_line_is_reported_with_its_number_and_the_rest_goes_on()
    {
        string longText = new('x', 300_000);
        string tooMuch =
            $$$"""{"event":"parcel.packed","journey":"order/1","id":"big","at":"2026-10-12T09:20:00Z","data":{"a":"{{{longText}}}"}}""";
        string[] feed =
        [
            "not json at all",
            """["a","list"]""",
            """{"journey":"order/1","id":"1","at":"2026-10-12T09:14:00Z"}""",
            """{"event":"order.placed","journey":"order","id":"1","at":"2026-10-12T09:14:00Z"}""",
            """{"event":"order.placed","journey":"basket/1","id":"1","at":"2026-10-12T09:14:00Z"}""",
            """{"event":"order.placed","journey":"order/1","id":"1","at":"2026-10-12T09:14:00"}""",
            """{"event":"order.placed","journey":"order/1","id":7,"at":"2026-10-12T09:14:00Z"}""",
            """{"event":"Order Placed","journey":"order/1","id":"1","at":"2026-10-12T09:14:00Z"}""",
            """{"event":"order.placed","journey":"order/1","id":"1","at":"2026-10-12T09:14:00Z","data":[1]}""",
            tooMuch,
            new string('{', 2_000_000),
            "",
            Placed,
        ];

        (int exitCode, string output, _) = await TellAsync(feed);

        Assert.That(exitCode, Is.Zero);
        for (int number = 1; number <= 11; number++)
        {
            Assert.That(output, Does.Contain($" line {number} is left out: "));
        }

        Assert.That(output, Does.Contain("11 lines of the feed were left out"));
        Assert.That(output, Does.Contain("""it has no "event"."""));
        Assert.That(output, Does.Contain("basket"));
        Assert.That(Mail.ReadAll(folder.Mail), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_feed_that_goes_on_is_told_from_where_it_ended()
    {
        await TellAsync(Placed);

        (_, string output, _) = await TellAsync(
            Placed,
            """{"event":"order.cancelled","journey":"order/1","customer":"olivia-hart","id":"web-2","at":"2026-10-12T10:00:00+01:00"}"""
        );

        Assert.That(output, Does.Contain("The story goes on"));
        Assert.That(output, Does.Contain("1 mails and 0 text messages in this run"));
        Assert.That(Mail.ReadAll(folder.Mail), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task By_the_real_clock_what_is_due_leaves_and_the_program_ends()
    {
        (int exitCode, string output, _) = await TellAsync([Placed], "--live");

        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Does.Contain("1 mails and 0 text messages in this run"));
        Assert.That(Mail.ReadAll(folder.Mail), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_feed_that_is_not_there_ends_with_one_and_says_so()
    {
        (int exitCode, _, string error) = await SampleRun.ToEndAsync(
            "OrderStory",
            "--feed",
            folder.File("nowhere.jsonl"),
            "--out",
            folder.Path
        );

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error, Does.Contain("nowhere.jsonl"));
    }

    [TestCase("--fed", "x", "\"--fed\" is no option")]
    [TestCase("--feed", "--live", "--feed needs a file")]
    [TestCase("--live", "--out", "--out needs a folder")]
    public async Task Options_that_make_no_sense_end_with_two_and_are_named(string first, string second, string complaint)
    {
        (int exitCode, string output, string error) = await SampleRun.ToEndAsync("OrderStory", first, second);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(output, Is.Empty);
        Assert.That(error, Does.StartWith(complaint));
    }

    [Test]
    public async Task Help_names_every_option()
    {
        (int exitCode, string output, _) = await SampleRun.ToEndAsync("OrderStory", "--help");

        Assert.That(exitCode, Is.Zero);
        foreach (string option in (string[])["--feed FILE", "--out DIR", "--live", "--help", "Exit code"])
        {
            Assert.That(output, Does.Contain(option));
        }
    }

    private async Task<(int ExitCode, string Output, string Error)> TellAsync(params string[] feed) => await TellAsync(feed, []);

    private async Task<(int ExitCode, string Output, string Error)> TellAsync(string[] feed, params string[] more)
    {
        string file = folder.File("feed.jsonl");
        await File.WriteAllLinesAsync(file, feed);
        return await SampleRun.ToEndAsync("OrderStory", ["--feed", file, "--out", folder.Path, .. more]);
    }
}
