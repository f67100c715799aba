namespace CustomerTouchpoints.Samples.Tests;

/// <summary>A card from New York to Paris, as docs/lifecycles/e-card.md shows it.</summary>
public sealed class ECardTests
{
    [Test]
    public async Task Each_is_told_once_in_their_language_and_by_day()
    {
        (int exitCode, string output, string error) = await SampleRun.ToEndAsync("ECard");
        Assert.That(exitCode, Is.Zero, error);
        string[] lines = output.Split('\n');
        Assert.That(
            lines.Where(line => line.Contains("rings (", StringComparison.Ordinal)),
            Is.EqualTo(
                (string[])
                    [
                        "Mon 02:00  Mon 08:00  » Léa’s phone rings (card-for-you):",
                        "Mon 08:09  Mon 14:09  » Ana’s phone rings (card-left):",
                        "Thu 02:00  Thu 08:00  » Léa’s phone rings (card-waits):",
                        "Thu 13:40  Thu 19:40  » Ana’s phone rings (card-opened):",
                    ]
            )
        );
        Assert.That(
            lines.Count(line => line.Contains("waits: it is quiet where the customer lives", StringComparison.Ordinal)),
            Is.EqualTo(2)
        );
        Assert.That(
            output,
            Does.Contain("Ana vous a envoyé une carte. Pour l'ouvrir: https://postino.example/3f9a")
                .And.Contain("Your card to Léa left our servers on Monday, March 2 at 2:00 AM.")
                .And.Contain("card.written: Duplicate")
                .And.Contain("card.opened: NoEffect")
                .And.Contain("Léa’s phone rang 2 times, Ana’s 2 times.")
        );
    }

    [Test]
    public async Task Its_page_shows_what_it_prints()
    {
        string page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "lifecycles", "e-card.md"));
        string shown = page.Split("```text\n")[1].Split("```")[0].TrimEnd();
        (_, string output, _) = await SampleRun.ToEndAsync("ECard");
        Assert.That(shown.Split('\n').Where(line => !output.Split('\n').Contains(line)), Is.Empty);
    }
}
